/** Pages of reviewers are for nobody else, search engines least of all. */
export function pageMeta({ data }: { readonly data?: { readonly title: string } | undefined }) {
  return [{ title: data?.title ?? "" }, { name: "robots", content: "noindex" }];
}
