import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { audiences } from "#app/i18n/areas.ts";
import { languages } from "#app/i18n/language.ts";

const client = "build/client";
const assets = join(client, "assets");

type BuiltRoute = {
  readonly id: string;
  readonly parentId?: string;
  readonly module: string;
  readonly imports?: readonly string[];
};
type Manifest = {
  readonly entry: { readonly module: string; readonly imports: readonly string[] };
  readonly routes: Readonly<Record<string, BuiltRoute>>;
  readonly url: string;
};

export type PageWeight = {
  readonly route: string;
  /** Bytes after gzip: everything that runs, and that part of it which is texts (of the heavier language). */
  readonly scripts: number;
  readonly texts: number;
  readonly styles: number;
};

/** What each page of the build makes a browser fetch: the entry, the routes around it, what they import, the texts. */
export function pageWeights(which: RegExp): readonly PageWeight[] {
  const manifest = readManifest();
  const styles = sum(
    readdirSync(assets).filter((file) => file.endsWith(".css")),
    (file) => weigh(`/assets/${file}`),
  );
  return Object.values(manifest.routes)
    .filter(({ id, module }) => which.test(id) && !isEmpty(module))
    .map(({ id }) => {
      const chain = chainOf(manifest, id);
      const parts = [manifest.entry, ...chain].flatMap(({ module, imports = [] }) => [module, ...imports]);
      const texts = textsOf(chain.map((route) => route.id));
      const scripts = sum([...new Set(parts)], weigh) + texts;
      return { route: id, scripts, texts, styles };
    })
    .toSorted((left, right) => right.scripts - left.scripts);
}

/** A route without a page leaves next to nothing in the browser's build. */
function isEmpty(module: string): boolean {
  return readFileSync(join(client, module)).length < 10;
}

function readManifest(): Manifest {
  const file = readdirSync(assets).find((name) => name.startsWith("manifest-"));
  if (!file) throw new Error("there is no build: npm run build");
  const source = readFileSync(join(assets, file), "utf8");
  return JSON.parse(source.slice(source.indexOf("=") + 1).replace(/;\s*$/, "")) as Manifest;
}

function chainOf(manifest: Manifest, id: string): readonly BuiltRoute[] {
  const route = manifest.routes[id];
  return route ? [route, ...(route.parentId ? chainOf(manifest, route.parentId) : [])] : [];
}

function textsOf(chain: readonly string[]): number {
  const own = audiences.filter((audience) => chain.includes(`routes/texts/${audience}`));
  const groups = ["everybody", ...own];
  const files = readdirSync(assets);
  const inLanguage = languages.map((language) =>
    sum(groups, (group) =>
      weigh(`/assets/${files.find((file) => file.startsWith(`resources-${language}-${group}-`)) ?? ""}`),
    ),
  );
  return Math.max(...inLanguage);
}

function weigh(address: string): number {
  return gzipSync(readFileSync(join(client, address))).length;
}

function sum<Item>(items: readonly Item[], amount: (item: Item) => number): number {
  return items.reduce((total, item) => total + amount(item), 0);
}
