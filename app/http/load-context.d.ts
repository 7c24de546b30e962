import "@remix-run/node";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** When our server had parsed the request's headers, before routing: the arrival that deadlines count. */
    readonly arrivedAt: Date;
    readonly address: string;
    readonly requestId: string;
    readonly nonce: string;
  }
}
