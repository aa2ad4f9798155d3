package org.persistentchat.loadtest.organisation;

/** Names of one run. */
record Names(String run) {

    String account(int number) {
        return "org-" + run + "-" + number;
    }

    String person(int number) {
        return "person:" + account(number);
    }

    String group(int number) {
        return "Group " + run + " " + number;
    }

    String category(int number) {
        return "Category " + run + " " + number;
    }

    String room(int number) {
        return "Room " + run + " " + number;
    }
}
