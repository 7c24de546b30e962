import { z } from "zod";
import { bytesOfHex } from "#app/domain/proof/hash-text.ts";
import { consistencyProof, inclusionProof } from "#app/domain/proof/merkle/proofs.ts";
import { merkleRoot, merkleTree } from "#app/domain/proof/merkle/tree.ts";
import { verifyConsistency, verifyInclusion } from "#app/domain/proof/merkle/verify.ts";

const proof = z
  .array(z.string())
  .nullish()
  .transform((hashes) => hashes ?? []);
const root = z
  .string()
  .nullish()
  .transform((hash) => hash ?? "");
const leaves = z.array(z.string().transform(bytes));
const leafLists = { leaves_hex: leaves.optional(), leaves: leaves.optional() };

const inclusion = z.object({ id: z.string(), index: z.number(), size: z.number(), leaf_hash: root, proof, root });
const consistency = z.object({
  id: z.string(),
  size1: z.number(),
  size2: z.number(),
  root1: root,
  root2: root,
  proof,
});

const inclusionQuery = z.object({ index: z.number(), size: z.number().optional() });
const consistencyQuery = z.object({ size1: z.number(), size2: z.number().optional() });

const question = z.discriminatedUnion("op", [
  z.object({ op: z.literal("verify_inclusion"), vectors: z.array(inclusion) }),
  z.object({ op: z.literal("verify_consistency"), vectors: z.array(consistency) }),
  z.object({ op: z.enum(["root", "roots"]), ...leafLists, sizes: z.array(z.number()).optional() }),
  z.object({
    op: z.enum(["inclusion", "inclusion_proof", "inclusion_proofs"]),
    ...leafLists,
    ...inclusionQuery.partial().shape,
    queries: z.array(inclusionQuery).optional(),
  }),
  z.object({
    op: z.enum(["consistency", "consistency_proof", "consistency_proofs"]),
    ...leafLists,
    ...consistencyQuery.partial().shape,
    queries: z.array(consistencyQuery).optional(),
  }),
]);

/** Roots and proofs of RFC 6962: asked for, or to be checked. */
export function answerMerkle(input: unknown): unknown {
  const asked = question.parse(input);
  switch (asked.op) {
    case "verify_inclusion":
      return valid(asked.vectors, ({ leaf_hash: leafHash, ...claim }) => verifyInclusion({ ...claim, leafHash }));
    case "verify_consistency":
      return valid(asked.vectors, (claim) => verifyConsistency(claim));
    case "root":
    case "roots": {
      const all = leavesOf(asked);
      const sizes = asked.sizes ?? Array.from({ length: all.length + 1 }, (_, size) => size);
      return { root: merkleRoot(all), roots: sizes.map((size) => merkleRoot(firstOf(all, size))) };
    }
    case "inclusion":
    case "inclusion_proof":
    case "inclusion_proofs": {
      const all = leavesOf(asked);
      const proofs = (asked.queries ?? [inclusionQuery.parse(asked)]).map(({ index, size = all.length }) =>
        inclusionProof(merkleTree(firstOf(all, size)), index),
      );
      return { root: merkleRoot(all), proof: proofs[0], proofs };
    }
    case "consistency":
    case "consistency_proof":
    case "consistency_proofs": {
      const all = leavesOf(asked);
      const proofs = (asked.queries ?? [consistencyQuery.parse(asked)]).map(({ size1, size2 = all.length }) =>
        consistencyProof(merkleTree(firstOf(all, size2)), size1),
      );
      return { root: merkleRoot(all), proof: proofs[0], proofs };
    }
  }
}

function valid<Vector extends { readonly id: string }>(
  vectors: readonly Vector[],
  holds: (vector: Vector) => boolean,
): unknown {
  return { valid: Object.fromEntries(vectors.map((vector) => [vector.id, holds(vector)])) };
}

type LeafLists = { readonly leaves_hex?: Uint8Array[] | undefined; readonly leaves?: Uint8Array[] | undefined };

function leavesOf({ leaves_hex: hex, leaves: plain }: LeafLists): readonly Uint8Array[] {
  const found = hex ?? plain;
  if (!found) throw new TypeError("no leaves");
  return found;
}

function firstOf(all: readonly Uint8Array[], size: number): readonly Uint8Array[] {
  if (!Number.isSafeInteger(size) || size < 0 || size > all.length) throw new RangeError(`no first ${size} leaves`);
  return all.slice(0, size);
}

function bytes(hex: string): Uint8Array {
  const read = bytesOfHex(hex);
  if (!read) throw new TypeError("a leaf is hex");
  return read;
}
