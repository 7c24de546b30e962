import { createContext } from "react";

/** The request's CSP nonce on the server; nothing in the browser, which hides it from scripts. */
export const NonceContext = createContext<string | undefined>(undefined);
