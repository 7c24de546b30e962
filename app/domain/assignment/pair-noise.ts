/**
 * A repeatable number from 0 to 2^32 − 1 for every pair: FNV-1a over `seed|kind|id`, mixed (murmur3's last step). It only tells
 * equally good pairs apart and hides the order of the input; it is no lottery, so speed goes before secrecy.
 */
export function createPairNoise(seed: string): {
  readonly ofApplication: (id: string) => number;
  readonly ofReviewer: (id: string) => number;
  readonly ofPair: (application: number, reviewer: number) => number;
} {
  return {
    ofApplication: (id) => textHash(`${seed}|application|${id}`),
    ofReviewer: (id) => textHash(`${seed}|reviewer|${id}`),
    ofPair: (application, reviewer) => mixed(application ^ Math.imul(reviewer, 0x9e3779b1)),
  };
}

function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return mixed(hash);
}

function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
