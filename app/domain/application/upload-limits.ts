const MB = 1024 * 1024;

/** What one person may hand in, whatever a definition allows: bytes of one file, bytes in all, files in an hour. */
export const uploadLimits = { fileBytes: 25 * MB, personBytes: 200 * MB, filesAnHour: 60 } as const;

/** How large one file of a document may be: the definition's limit, or the server's where that is smaller. */
export function largestFile({ maxMB }: { readonly maxMB: number }): number {
  return Math.min(maxMB * MB, uploadLimits.fileBytes);
}
