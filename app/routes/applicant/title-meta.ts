/** Pages about one person are not for search engines. */
export function titleMeta({ data }: { readonly data?: { readonly title: string } | undefined }) {
  return [{ title: data?.title ?? "" }, { name: "robots", content: "noindex" }];
}
