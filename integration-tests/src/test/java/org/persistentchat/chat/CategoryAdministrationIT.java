package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.harness.OnSharedServer;

/** Categories: their scope, their switches, and what is refused. */
@OnSharedServer
class CategoryAdministrationIT {
    private static final ChatServer SERVER = new ChatServer();
    private static final Rest ADMIN = Rest.admin(SERVER);

    private final ChatServer.Person person = SERVER.newPerson();
    private final Rest somebody = Rest.of(SERVER, person);

    @Test
    void aCategoryShowsItsListsToAdministratorsOnly() {
        String category =
                ADMIN.newCategory("'denied':['person:" + SERVER.newPerson().account() + "']");

        JsonNode seen = ADMIN.get("/categories/" + category);
        assertThat(seen.path("denied")).hasSize(1);
        assertThat(seen.at("/allowed/0").asText()).isEqualTo("group:everyone");
        JsonNode others = somebody.get("/categories/" + category);
        assertThat(others.has("denied")).isFalse();
        assertThat(others.path("mayCreate").asBoolean()).isFalse();
        Rest.assertRefused(
                somebody.call("GET", "/categories/" + category + "/access?relation=denied", ""), 403, "NOT_PERMITTED");
    }

    @Test
    void aCategoryOutsideOfWhoseScopeOneIsDoesNotExist() {
        String category = ADMIN.newCategory("'denied':['person:" + person.account() + "']");

        String hidden = somebody.call("GET", "/categories/" + category, "").body();
        String absent = somebody.call("GET", "/categories/zzzzzzzzzzzz", "").body();
        assertThat(hidden).isEqualTo(absent);
    }

    @Test
    void switchesAreChangedOneByOne() {
        String path = "/categories/" + ADMIN.newCategory("");
        JsonNode changed = ADMIN.patch(path, "{'chatHistory':false,'description':'Walled'}");

        assertThat(changed.path("chatHistory").asBoolean()).isFalse();
        assertThat(changed.path("fileUpload").asBoolean()).isTrue();
        assertThat(changed.path("description").asText()).isEqualTo("Walled");
        assertThat(ADMIN.patch(path, "{'description':null}").path("description").asText())
                .isEmpty();
    }

    @Test
    void listsTakeManyNamesAtOnceAndNothingTwice() {
        String path = "/categories/" + ADMIN.newCategory("'allowed':[]") + "/access";
        String both = "'person:" + person.account() + "','person:"
                + SERVER.newPerson().account() + "'";

        JsonNode first = ADMIN.post(path, "{'add':{'allowed':[" + both + "],'creators':[" + both + "]}}");
        JsonNode second = ADMIN.post(path, "{'add':{'allowed':[" + both + "]},'remove':{'creators':[" + both + "]}}");

        assertThat(first.at("/added/allowed").asInt()).isEqualTo(2);
        assertThat(second.at("/added/allowed").asInt()).isZero();
        assertThat(second.at("/removed/creators").asInt()).isEqualTo(2);
        JsonNode page = ADMIN.get(path + "?relation=allowed&limit=1");
        JsonNode rest = ADMIN.get(
                path + "?relation=allowed&limit=1&after=" + page.path("next").asText());
        assertThat(page.path("items")).hasSize(1);
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.has("next")).isFalse();
        assertThat(rest.at("/items/0/principal")).isNotEqualTo(page.at("/items/0/principal"));
    }

    @Test
    void aCategoryIsDeletedWhenItIsEmpty() {
        String category = ADMIN.newCategory("");
        String room = ADMIN.newRoom(category, "");

        Rest.assertRefused(ADMIN.ifMatch("DELETE", "/categories/" + category, "*", ""), 409, "CATEGORY_NOT_EMPTY");
        ADMIN.delete("/rooms/" + room);
        ADMIN.delete("/categories/" + category);
        Rest.assertRefused(ADMIN.call("GET", "/categories/" + category, ""), 404, "CATEGORY_NOT_FOUND");
    }

    @Test
    void aChangeNeedsTheTagThatHolds() {
        String path = "/categories/" + ADMIN.newCategory("");
        String before = ADMIN.etag(path);
        ADMIN.patch(path, "{'invitations':false}");

        Rest.assertRefused(ADMIN.call("PATCH", path, "{'invitations':true}"), 428, "PRECONDITION_REQUIRED");
        Rest.assertRefused(ADMIN.ifMatch("PATCH", path, before, "{'invitations':true}"), 412, "PRECONDITION_FAILED");
        Rest.assertRefused(ADMIN.ifMatch("DELETE", path, before, ""), 412, "PRECONDITION_FAILED");
    }

    @Test
    void namesAreUniqueAndOnlyAdministratorsChangeThem() {
        String name = "Twice " + UUID.randomUUID();
        ADMIN.post("/categories", "{'name':'" + name + "'}");
        String path = "/categories/" + ADMIN.newCategory("");

        Rest.assertRefused(
                ADMIN.ifMatch("PATCH", path, "*", "{'name':'" + name.toUpperCase(java.util.Locale.ROOT) + "'}"),
                409,
                "CATEGORY_NAME_TAKEN");
        Rest.assertRefused(somebody.ifMatch("PATCH", path, "*", "{'name':'x'}"), 403, "NOT_PERMITTED");
        Rest.assertRefused(somebody.ifMatch("DELETE", path, "*", ""), 403, "NOT_PERMITTED");
        Rest.assertRefused(somebody.call("POST", path + "/access", "{'add':{}}"), 403, "NOT_PERMITTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':''}|NAME_INVALID",
                "{'name':'a\\u0007b'}|NAME_INVALID",
                "{'name':null}|INVALID_FIELD",
                "{'rooms':7}|INVALID_FIELD",
                "{'invitations':'yes'}|INVALID_FIELD"
            })
    void whatCannotBeIsRefused(String bodyAndCode) {
        String[] parts = bodyAndCode.split("\\|", -1);
        String path = "/categories/" + ADMIN.newCategory("");

        Rest.assertRefused(ADMIN.ifMatch("PATCH", path, "*", parts[0]), 400, parts[1]);
        Rest.assertRefused(
                ADMIN.ifMatch("PATCH", path, "*", "{'name':'" + "x".repeat(257) + "'}"), 400, "NAME_INVALID");
    }

    @Test
    void namesThatMeanNobodyAreRefusedWhole() {
        String path = "/categories/" + ADMIN.newCategory("'allowed':[]") + "/access";

        Rest.assertRefused(
                ADMIN.call(
                        "POST", path, "{'add':{'allowed':['person:" + person.account() + "','person:nobody-at-all']}}"),
                404,
                "PERSON_NOT_FOUND");
        Rest.assertRefused(
                ADMIN.call("POST", path, "{'add':{'allowed':['group:nothing-at-all']}}"), 404, "GROUP_NOT_FOUND");
        Rest.assertRefused(ADMIN.call("POST", path, "{'add':{'members':[]}}"), 400, "INVALID_FIELD");
        assertThat(ADMIN.get(path + "?relation=allowed").path("items")).isEmpty();
    }
}
