/** Accounts of a demo database, printed at start and listed in README.md. Nobody real has them. */
export const demoPassword = "seonbal-demo";

export const demoAccounts = [
  { email: "admin1@ai.example", what: "AI Academy, administrator" },
  { email: "admin2@ai.example", what: "AI Academy, second administrator (approves)" },
  { email: "auditor@ai.example", what: "AI Academy, auditor" },
  { email: "reviewer01@ai.example", what: "AI Academy, reviewer" },
  { email: "admin1@gcc.example", what: "GCC Academy, administrator" },
  { email: "admin2@gcc.example", what: "GCC Academy, second administrator (approves)" },
  { email: "auditor@gcc.example", what: "GCC Academy, auditor" },
  { email: "reviewer01@gcc.example", what: "GCC Academy, reviewer with sheets to fill" },
  { email: "ai-academy-6-0001@applicant.example", what: "applicant of AI Academy 6" },
  { email: "gcc-academy-2-0001@applicant.example", what: "applicant of GCC Academy 2" },
  { email: "new@applicant.example", what: "applicant who has not applied yet" },
].map((account) => ({ ...account, password: demoPassword }));
