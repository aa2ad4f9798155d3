package org.persistentchat.archive.proof;

import java.util.ArrayList;
import java.util.List;

/** The tree of RFC 6962, section 2.1, over leaf hashes: one record can be proved to a third party without showing its neighbours. */
public final class MerkleTree {

    private MerkleTree() {}

    /** The root over at least one leaf, in their order. */
    public static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("A chunk has at least one record");
        }
        List<byte[]> level = leaves;
        while (level.size() > 1) {
            level = above(level);
        }
        return level.get(0);
    }

    /** Pairs are joined, and one that has no neighbour goes up as it is: the same tree as splitting at powers of two. */
    private static List<byte[]> above(List<byte[]> level) {
        List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i + 1 < level.size(); i += 2) {
            above.add(Hashes.of(Hashes.NODE, level.get(i), level.get(i + 1)));
        }
        if (level.size() % 2 == 1) {
            above.add(level.get(level.size() - 1));
        }
        return above;
    }
}
