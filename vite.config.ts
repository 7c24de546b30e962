import { readFileSync } from "node:fs";
import { join } from "node:path";
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

/**
 * Browsers get of each file of texts what a module of `resources-…` names. The bundler would put the whole file into a chunk
 * that all of them share, since it shares modules and not parts of them.
 */
function ownTextsInClient(): Plugin {
  const jsonImport = /import (\w+|\{[^}]*\}) from "#app\/(i18n\/[^"]+\.json)" with \{ type: "json" \};/g;
  return {
    name: "own-texts-in-client",
    enforce: "pre",
    transform(code, id, options) {
      if (options?.ssr || !/\/app\/i18n\/resources-[a-z-]+\.ts$/.test(id)) return null;
      return code.replaceAll(jsonImport, (_all, names: string, file: string) => {
        const path = join(import.meta.dirname, "app", file);
        this.addWatchFile(path);
        const texts = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
        if (!names.startsWith("{")) return `const ${names} = ${JSON.stringify(texts)};`;
        const parts = names
          .slice(1, -1)
          .split(",")
          .map((part) => part.trim().split(" as "));
        return parts
          .filter(([key = ""]) => key !== "")
          .map(([key = "", name = key]) => `const ${name} = ${JSON.stringify(texts[key])};`)
          .join("\n");
      });
    },
  };
}

export default defineConfig({
  plugins: [ownTextsInClient(), remix(remixConfig), denyServerModulesInClient()],
  build: { assetsInlineLimit: 0, target: "es2022", chunkSizeWarningLimit: 400 },
  esbuild: { target: "es2022" },
});
