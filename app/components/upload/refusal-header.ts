/** In which a page's answer tells the sender of a single file why it was not taken: a key of `documents:refusal`,
 * with values after "?" where the sentence needs them. */
export const refusalHeader = "Upload-Refusal";
