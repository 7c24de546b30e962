import sharp from "sharp";

/** More pixels than any phone takes: a picture that unpacks into more is a trap. */
const MOST_PIXELS = 150_000_000;

/** The same picture, turned as it is meant to stand, in plain sRGB, without Exif, place, XMP, profile or texts. */
export async function cleanImage(kind: "jpg" | "png", bytes: Uint8Array): Promise<Uint8Array> {
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" }).rotate().toColourspace("srgb");
  return kind === "png" ? picture.png().toBuffer() : picture.jpeg({ quality: 92 }).toBuffer();
}
