package org.persistentchat.archive.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree is that of RFC 6962. */
class MerkleTreeTest {

    /** Inputs and roots of the test vectors that implementations of Certificate Transparency share. */
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static String root(int leaves) {
        List<byte[]> hashes = INPUTS.stream()
                .limit(leaves)
                .map(input -> Hashes.of(Hashes.LEAF, HexFormat.of().parseHex(input)))
                .toList();
        return HexFormat.of().formatHex(MerkleTree.root(hashes));
    }

    @Test
    void rootsAreThoseOfTheStandardsTestVectors() {
        assertThat(Stream.of(1, 2, 3, 5, 8).map(MerkleTreeTest::root))
                .containsExactly(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void aPathLeadsFromEachLeafToTheRootAndFromNoOther() {
        for (int size = 1; size <= 40; size++) {
            List<byte[]> leaves = IntStream.range(0, size)
                    .mapToObj(number -> Hashes.of(Hashes.LEAF, new byte[] {(byte) number}))
                    .toList();
            byte[] root = MerkleTree.root(leaves);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = MerkleTree.path(MerkleTree.levels(leaves), index);
                assertThat(MerkleTree.root(leaves.get(index), index, size, path))
                        .isEqualTo(root);
                byte[] other = leaves.get((index + 1) % size);
                if (size > 1) {
                    assertThat(MerkleTree.root(other, index, size, path)).isNotEqualTo(root);
                }
            }
        }
    }

    @Test
    void aPathOfAnotherLengthIsRefused() {
        byte[] leaf = new byte[32];
        assertThatThrownBy(() -> MerkleTree.root(leaf, 0, 2, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.root(leaf, 0, 1, List.of(leaf)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.root(leaf, 2, 2, List.of(leaf)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
