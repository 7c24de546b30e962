import type { OwnCases } from "./own-case.ts";

// SHA-256 of "abc": FIPS 180-2, appendix B.1.
const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

export const draws: OwnCases = {
  lottery: [
    {
      what: "the worked example of RFC 3797, section 6",
      input: {
        algorithm: "rfc3797",
        pool: Array.from({ length: 25 }, (_, at) => `p${at + 1}`),
        sources: ["9319", [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, "45"]],
        draw: 10,
      },
      expected: {
        key_string: "9319./2.5.8.10.12./9.18.26.34.41.45./",
        order_index_1based: [17, 7, 2, 16, 25, 23, 8, 24, 19, 13],
        order: ["p17", "p7", "p2", "p16", "p25", "p23", "p8", "p24", "p19", "p13"],
      },
    },
    {
      what: "one person, more draws than people",
      input: { algorithm: "rfc3797", pool: [7], sources: [1], draw: 3 },
      expected: { key_string: "1./", order_index_1based: [1], order: [7] },
    },
    {
      what: "the example of draft-thomson-elegy-vrs-00, with two more labels by OpenSSL's HMAC",
      input: {
        algorithm: "vrs",
        randomness_utf8: "1.2.3.4.5.6./1.2.3.4.5.6./1.2.3.4.5.6./",
        one_time_code_hex: "5346f2efb5397a6788fc1f1d9c05c6d3f2abe9b7d16d8592a3695b6dbe9f2456",
        labels: ["red", "blue", "lavenderblush", "green"],
      },
      expected: {
        prk_hex: "5fa96a4e4b50cbb87edd374566a03af5dd2372162b6a9ab88ab8e10f1dbb768b",
        position_hex: {
          lavenderblush: "002ed527ae0a44a86c205d1cdba61826951a2ffb53c13729c3762eea04e21676",
          blue: "03f710be2b61a6f9c3f89aa5ab553b81abb5fc9817865ac29b5b62dcfbaf431f",
        },
        order: ["lavenderblush", "blue", "red", "green"],
      },
    },
    {
      what: "SHA-256 of seed|label|id, ids in UTF-8, as `printf %s … | sha256sum | sort` gives them",
      input: { algorithm: "sha256_order", seed: "5eed", label: "draw-1", ids: ["하나", "둘", "셋", "넷"] },
      expected: {
        order: ["넷", "둘", "하나", "셋"],
        ticket_hex_of_first: "003224fd363402ba028ce5915a84193f3db7752f3cb6f2606341ca775ebd23c0",
      },
    },
    { what: "nobody", input: { algorithm: "sha256_order", seed: 1, label: "x", ids: [] }, expected: { order: [] } },
  ],
  beacon: [
    {
      what: "the first value: its randomness is the SHA-256 of the signature, its time the genesis",
      input: { chain_hash: "ab", genesis_time: 1_000_000_000, period: 30, round: 1, signature: "616263" },
      // 500,000,000 s after the genesis: value 1 + ⌈16,666,666.67⌉.
      expected: {
        randomness: abc,
        round_time_unix: 1_000_000_000,
        accepted: true,
        first_round_at_or_after: { "1500000000": 16_666_668 },
      },
    },
    {
      what: "before the genesis, at it, and behind it; a value and a signature that do not fit are not accepted",
      input: {
        chain_hash: "cd",
        genesis_time: "1600000000",
        period: 3,
        round: 1000,
        signature: "616263",
        randomness: abc.replace("ba", "bb"),
        also: { bad_signature: "616264" },
      },
      expected: {
        round_time_unix: 1_600_002_997,
        accepted: false,
        bad_signature_accepted: false,
        first_round_at_or_after: { "1500000000": 1, "1600000000": 1, "1601000000": 333_335 },
      },
    },
  ],
};
