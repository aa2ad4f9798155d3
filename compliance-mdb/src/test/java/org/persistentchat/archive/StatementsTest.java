package org.persistentchat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What all statements of the archive have to keep to, although no test here runs them on SQL Server. */
class StatementsTest {

    private static final Pattern ROOM =
            Pattern.compile("\\broom_id (=|<>|<|>|<=|>=) (\\?|CAST\\(\\? AS VARCHAR\\(32\\)\\))");

    private static List<String> constants() throws IllegalAccessException {
        List<String> texts = new ArrayList<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.persistentchat.archive")) {
            for (Field field : each.reflect().getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                    field.setAccessible(true);
                    texts.add(String.valueOf(field.get(null)));
                }
            }
        }
        return texts;
    }

    /** Parameters are sent as Unicode: compared with a column that is not, SQL Server would convert the column of each row and use no index. */
    @Test
    void aRoomIsComparedInTheTypeOfItsColumn() throws IllegalAccessException {
        List<String> compared = constants().stream()
                .flatMap(text -> ROOM.matcher(text).results())
                .map(found -> found.group(2))
                .toList();
        assertThat(compared).hasSizeGreaterThan(5).doesNotContain("?");
    }
}
