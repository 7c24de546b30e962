/** Rows of one page of the lists of documents. */
export const PAGE_SIZE = 20;
