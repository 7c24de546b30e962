/** Pages around an account are for one person and not for search engines. */
export function titleMeta({ data }: { readonly data?: { readonly title: string } | undefined }) {
  return [{ title: data?.title ?? "" }, { name: "robots", content: "noindex" }];
}
