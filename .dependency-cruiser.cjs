/** The layers of ARCHITECTURE.md, section "Who may import whom". */
const domain = "^app/domain/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "domain-is-pure",
      comment: "Rules import zod and each other; nothing else.",
      severity: "error",
      from: { path: domain },
      to: { pathNot: [domain, "^node_modules/zod", "^node_modules/@noble"] },
    },
    {
      name: "hashes-only-for-draw-and-proof",
      severity: "error",
      from: { path: domain, pathNot: "^app/domain/(draw|proof)/" },
      to: { path: "^node_modules/@noble" },
    },
    {
      name: "db-knows-only-the-domain",
      severity: "error",
      from: { path: "^db/" },
      to: { path: ["^app/", "^emails/", "^tests/"], pathNot: domain },
    },
    {
      name: "emails-know-only-the-domain-and-formats",
      severity: "error",
      from: { path: "^emails/" },
      to: { path: ["^app/", "^db/", "^tests/"], pathNot: [domain, "^app/i18n/(format|seoul-time|language)\\.ts$"] },
    },
    {
      name: "print-knows-only-the-domain-and-formats",
      severity: "error",
      from: { path: "^app/print/" },
      to: {
        path: ["^app/", "^db/", "^emails/", "^tests/"],
        pathNot: [domain, "^app/print/", "^app/i18n/(format|seoul-time|language)\\.ts$"],
      },
    },
    {
      name: "use-cases-know-no-web",
      comment: "They are handed the database; they know neither Remix nor React nor the process they run in.",
      severity: "error",
      from: { path: "^app/use-cases/" },
      to: {
        path: ["^app/", "^tests/", "^node_modules/@remix-run", "^node_modules/react"],
        pathNot: [domain, "^app/use-cases/", "^app/paths\\.ts$", "^app/i18n/(format|seoul-time|language)\\.ts$"],
      },
    },
    {
      name: "auth-and-http-know-no-routes",
      severity: "error",
      from: { path: "^app/(auth|http)/" },
      to: { path: ["^app/routes/", "^app/use-cases/", "^emails/"] },
    },
    {
      name: "components-know-no-server",
      severity: "error",
      from: { path: "^app/components/" },
      to: { path: ["^db/", "^emails/", "^app/use-cases/", "^app/routes/", "\\.server\\.tsx?$"] },
    },
    {
      name: "routes-know-no-driver",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: ["^node_modules/(kysely|better-sqlite3|pg)/", "^emails/", "^db/(?!queries/)", "^tests/"] },
    },
    { name: "nothing-imports-tests", severity: "error", from: { path: "^(app|db|emails)/" }, to: { path: "^tests/" } },
    { name: "nothing-unresolved", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^virtual:" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^build/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["import", "require", "node", "default", "types"],
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".js", ".json", ".css"],
    },
  },
};
