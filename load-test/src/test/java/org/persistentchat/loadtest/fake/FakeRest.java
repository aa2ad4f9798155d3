package org.persistentchat.loadtest.fake;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The REST calls, as far as clients here need them. */
final class FakeRest {
    private static final int MIN_HASH = 8;

    private final FakeChat chat;

    FakeRest(FakeChat chat) {
        this.chat = chat;
    }

    /** Status and body. */
    record Answer(int status, JsonNode body) {}

    Answer answer(String call, @Nullable String account, JsonNode body) {
        synchronized (chat) {
            if (call.equals("POST /api/v1/tokens")) {
                return signIn(body);
            }
            if (account == null) {
                return problem(401, "NOT_SIGNED_IN", 110);
            }
            return switch (call) {
                case "POST /api/v1/people" -> people(body);
                case "GET /api/v1/categories" -> categories();
                case "POST /api/v1/categories" -> category(body);
                case "POST /api/v1/rooms" -> room(body);
                default -> problem(404, "NO_CODE", 0);
            };
        }
    }

    private Answer signIn(JsonNode body) {
        FakePerson person = chat.people.get(body.path("account").asText());
        String password = body.path("password").asText();
        if (person == null || !matches(password, person.secret())) {
            return problem(401, "WRONG_CREDENTIALS", 111);
        }
        return new Answer(201, FakeRoom.JSON.createObjectNode().put("token", chat.token(person.account())));
    }

    private static boolean matches(String password, String secret) {
        return secret.startsWith("$2")
                ? BCrypt.verifyer().verify(password.toCharArray(), secret).verified
                : secret.equals(password);
    }

    private Answer people(JsonNode body) {
        int created = 0;
        for (JsonNode person : body) {
            String account = person.path("account").asText();
            String hash = person.path("passwordHash").asText();
            if (!account.matches("[a-z0-9.-]{1,64}") || hash.length() < MIN_HASH) {
                return problem(400, "INVALID_FIELD", 103);
            }
            if (chat.people.putIfAbsent(
                            account, new FakePerson(account, person.path("name").asText(), hash))
                    == null) {
                created++;
            }
        }
        return new Answer(
                201, FakeRoom.JSON.createObjectNode().put("created", created).put("existing", body.size() - created));
    }

    private Answer categories() {
        ObjectNode answer = FakeRoom.JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        chat.categories.forEach((name, id) -> items.addObject().put("id", id).put("name", name));
        return new Answer(200, answer);
    }

    private Answer category(JsonNode body) {
        String id = chat.id("category-");
        chat.categories.put(body.path("name").asText(), id);
        return new Answer(201, FakeRoom.JSON.createObjectNode().put("id", id));
    }

    private Answer room(JsonNode body) {
        if (!chat.categories.containsValue(body.path("category").asText())) {
            return problem(404, "CATEGORY_NOT_FOUND", 210);
        }
        String id = chat.room(body.path("name").asText());
        return new Answer(201, FakeRoom.JSON.createObjectNode().put("id", id));
    }

    private static Answer problem(int status, String code, int number) {
        return new Answer(
                status,
                FakeRoom.JSON
                        .createObjectNode()
                        .put("code", code)
                        .put("number", number)
                        .put("retry", false));
    }
}
