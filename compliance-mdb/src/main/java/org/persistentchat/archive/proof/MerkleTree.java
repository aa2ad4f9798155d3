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

    /** All levels of the tree, from the leaves to below the root. */
    public static List<List<byte[]>> levels(List<byte[]> leaves) {
        List<List<byte[]>> levels = new ArrayList<>();
        for (List<byte[]> level = leaves; level.size() > 1; level = above(level)) {
            levels.add(level);
        }
        return levels;
    }

    /** What leads from a leaf to the root: the hash of the neighbour on each level where there is one. */
    public static List<byte[]> path(List<List<byte[]>> levels, int index) {
        List<byte[]> path = new ArrayList<>();
        int at = index;
        for (List<byte[]> level : levels) {
            if ((at ^ 1) < level.size()) {
                path.add(level.get(at ^ 1));
            }
            at /= 2;
        }
        return path;
    }

    /**
     * The root to which a path leads.
     *
     * @param leaf hash of the record
     * @param index its place among the leaves, from 0
     * @param leaves how many there are
     * @throws IllegalArgumentException when no path of a tree of this size has this length
     */
    public static byte[] root(byte[] leaf, int index, int leaves, List<byte[]> path) {
        byte[] hash = leaf;
        int at = index;
        int used = 0;
        for (int size = leaves; size > 1; size = (size + 1) / 2) {
            if ((at ^ 1) < size) {
                if (used == path.size()) {
                    throw new IllegalArgumentException("The path is too short");
                }
                byte[] beside = path.get(used++);
                hash = at % 2 == 0 ? Hashes.of(Hashes.NODE, hash, beside) : Hashes.of(Hashes.NODE, beside, hash);
            }
            at /= 2;
        }
        if (used < path.size() || index < 0 || index >= leaves) {
            throw new IllegalArgumentException("The path is too long");
        }
        return hash;
    }
}
