import { eq } from "drizzle-orm";
import {
  emailIndexOf,
  findPerson,
  findPersonByEmail,
  findPersonBySubject,
  insertPerson,
  type PersonRow,
} from "./people.ts";
import { people, sessions, signIns } from "./schema/staff.ts";
import {
  advanceSession,
  deleteSession,
  findSession,
  insertSession,
  sweepSessions,
} from "./sessions.ts";
import { countSignIns, findSignIn, insertSignIn, useSignIn } from "./sign-ins.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { transact } from "./transact.ts";

const ada: PersonRow = {
  id: "per_1",
  name: "Ada Byron",
  email: "ada@council.example",
  subject: "digest-1",
  roles: ["caseworker", "viewer"],
  teams: ["Noise team"],
  active: true,
  createdAt: 1000,
  lastSignedInAt: null,
};

describeOnBothDrivers("a person", (on) => {
  const insert = (row: PersonRow) => transact(on.db, (tx) => insertPerson(tx, row));

  it("comes back as they were written down, by id, address and subject", async () => {
    await insert(ada);
    expect(await findPerson(on.db, "per_1")).toEqual(ada);
    expect(await findPersonByEmail(on.db, ada.email)).toEqual(ada);
    expect(await findPersonBySubject(on.db, "digest-1")).toEqual(ada);
    expect(await findPersonByEmail(on.db, "other@council.example")).toBeUndefined();
  });

  it("lies there without name or address in clear", async () => {
    await insert(ada);
    const stored = JSON.stringify(await on.db.reads.select().from(people).all());
    expect(stored).not.toMatch(/ada|byron/i);
  });

  it("is told apart from another whose address has the same index", async () => {
    await insert(ada);
    const other = { ...ada, id: "per_2", email: "bob@council.example", subject: "digest-2" };
    await insert(other);
    const emailIndex = emailIndexOf(on.db, other.email);
    await transact(on.db, async (tx) => {
      await tx.writes.update(people).set({ emailIndex }).where(eq(people.id, "per_1")).run();
    });
    expect(await findPersonByEmail(on.db, other.email)).toEqual(other);
  });

  it("is one person for each subject", async () => {
    await insert(ada);
    await expect(insert({ ...ada, id: "per_2" })).rejects.toMatchObject({ code: "constraint" });
  });
});

describeOnBothDrivers("a sign-in", (on) => {
  const checks = { state: "state", nonce: "canary-nonce", codeVerifier: "canary-verifier" };
  const begin = (digest: string, expiresAt: number, now = 1000) => {
    const row = { digest, browser: "browser", emailIndex: 7, person: null, checks, expiresAt };
    return transact(on.db, (tx) => insertSignIn(tx, row, now));
  };
  const use = (digest: string) => transact(on.db, (tx) => useSignIn(tx, digest));

  it("is found with what it has to remember, which is sealed, until it expires", async () => {
    await begin("one", 5000);
    expect(await findSignIn(on.db, "one", 4999)).toMatchObject({ browser: "browser", checks });
    expect(await findSignIn(on.db, "one", 5000)).toBeUndefined();
    expect(JSON.stringify(await on.db.reads.select().from(signIns).all())).not.toContain("canary");
  });

  it("is used once", async () => {
    await begin("one", 5000);
    expect([await use("one"), await use("one")]).toEqual([true, false]);
  });

  it("is counted by its address, and forgotten by the next that begins after it", async () => {
    await begin("one", 5000);
    await begin("two", 9000);
    expect(await countSignIns(on.db, 7, 4999)).toBe(2);
    expect(await countSignIns(on.db, 7, 5000)).toBe(1);
    await begin("three", 9000, 5000);
    expect(await on.db.reads.$count(signIns)).toBe(2);
  });
});

describeOnBothDrivers("a session", (on) => {
  const row = {
    id: "ses_1",
    person: "per_1",
    generation: 1,
    startedAt: 1000,
    signedInAt: 1000,
    usedAt: 1000,
  };
  const insert = (changed: Partial<typeof row> & { idToken?: string } = {}) =>
    transact(on.db, (tx) => insertSession(tx, { ...row, ...changed }));

  it("goes on once from each generation", async () => {
    await insert();
    const advance = () => transact(on.db, (tx) => advanceSession(tx, row, 2000));
    expect(await advance()).toEqual({ ...row, generation: 2, usedAt: 2000 });
    expect(await advance()).toBeUndefined();
  });

  it("gives its ID token back when it ends, and keeps it sealed until then", async () => {
    await insert({ idToken: "canary-token" });
    expect(JSON.stringify(await on.db.reads.select().from(sessions).all())).not.toContain("canary");
    const end = () => transact(on.db, (tx) => deleteSession(tx, "ses_1"));
    expect(await end()).toEqual({ ...row, idToken: "canary-token" });
    expect(await end()).toBeUndefined();
  });

  it("is forgotten when it was begun or last used too long ago", async () => {
    await insert({ id: "ses_old", usedAt: 9000 });
    await insert({ id: "ses_idle", startedAt: 8000, usedAt: 8000 });
    await insert({ id: "ses_live", startedAt: 8000, usedAt: 9000 });
    await transact(on.db, (tx) => sweepSessions(tx, { startedAt: 2000, usedAt: 8500 }));
    expect(await findSession(on.db, "ses_old")).toBeUndefined();
    expect(await findSession(on.db, "ses_idle")).toBeUndefined();
    expect(await findSession(on.db, "ses_live")).toBeDefined();
  });
});
