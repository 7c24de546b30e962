/** The title that the loader gave, in the page's language. Pages about people are never indexed. */
export function pageMeta({ data }: { readonly data: unknown }) {
  return [{ title: titleOf(data) ?? "선발 Seonbal" }, { name: "robots", content: "noindex" }];
}

function titleOf(data: unknown): string | undefined {
  const title = (data as { readonly title?: unknown } | null | undefined)?.title;
  return typeof title === "string" ? title : undefined;
}
