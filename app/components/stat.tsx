import type { ReactNode } from "react";

type StatProps = {
  readonly value: ReactNode;
  /** A sentence that says what the number counts. */
  readonly label: ReactNode;
  readonly help?: ReactNode;
};

export function Stat({ value, label, help }: StatProps) {
  return (
    <div className="stat">
      <p className="stat__value">{value}</p>
      <p className="stat__label">{label}</p>
      {help && <p className="stat__help">{help}</p>}
    </div>
  );
}

/** Several numbers side by side. */
export function Stats({ children }: { readonly children: ReactNode }) {
  return <div className="stats">{children}</div>;
}
