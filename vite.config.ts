import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
// Under Vite, Remix reads no remix.config.js by itself: the options live there all the same.
import remixConfig from "./remix.config.js";

/** Modules that must never reach a browser. Remix guards `.server` files inside app only, so the root folders need this. */
const serverOnly = [/\/db\//, /\/emails\//, /\/app\/use-cases\//, /\.server\.tsx?$/];

function denyServerModulesInClient(): Plugin {
  return {
    name: "deny-server-modules-in-client",
    enforce: "post",
    load(id, options) {
      const path = id.split("?")[0] ?? id;
      if (options?.ssr || path.includes("/node_modules/")) return null;
      if (
        path.startsWith(import.meta.dirname) &&
        serverOnly.some((pattern) => pattern.test(path.slice(import.meta.dirname.length)))
      ) {
        this.error(
          `${path.slice(import.meta.dirname.length + 1)} is for the server only and was imported into the browser's bundle`,
        );
      }
      return null;
    },
  };
}

export default defineConfig({
  plugins: [remix(remixConfig), denyServerModulesInClient()],
  build: { assetsInlineLimit: 0, target: "es2022", chunkSizeWarningLimit: 400 },
  esbuild: { target: "es2022" },
});
