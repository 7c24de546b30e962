import type { ReactNode } from "react";

type SideLayoutProps = { readonly side: ReactNode; readonly children: ReactNode };

/** Navigation beside the page on a wide screen, above it on a phone. */
export function SideLayout({ side, children }: SideLayoutProps) {
  return (
    <div className="side-layout">
      {side}
      <div className="side-layout__content">{children}</div>
    </div>
  );
}
