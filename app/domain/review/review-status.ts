/** assigned -> draft (something saved) -> submitted (locked); cancelled when a conflict or a substitution takes it away. */
export const reviewStatuses = ["assigned", "draft", "submitted", "cancelled"] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];
