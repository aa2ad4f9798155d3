package org.persistentchat.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Two names that differ in case or in the way they are encoded are one. */
class FoldedNameTest {
    @Property(tries = 1_000)
    void foldingTwiceChangesNothing(@ForAll String name) {
        String folded = FoldedName.of(name);
        assertThat(FoldedName.of(folded)).isEqualTo(folded);
    }

    @Example
    void caseDoesNotMatter() {
        assertThat(FoldedName.of("Ana RUIZ")).isEqualTo(FoldedName.of("aNA ruiz"));
        assertThat(FoldedName.of("\u00C4rzte")).isEqualTo("\u00E4rzte");
    }

    @Example
    void theLanguageOfTheServerDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(FoldedName.of("ADMIN")).isEqualTo("admin");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Example
    void compatibleFormsAreOne() {
        assertThat(FoldedName.of("\uFB01le")).isEqualTo("file");
        assertThat(FoldedName.of("\uFF21na")).isEqualTo("ana");
        assertThat(FoldedName.of("A\u0308")).isEqualTo(FoldedName.of("\u00C4"));
    }

    @Example
    void aCapitalWithoutAComposedFormIsTheSameAsItsSmallLetter() {
        assertThat(FoldedName.of("J\u030C")).isEqualTo(FoldedName.of("\u01F0"));
    }
}
