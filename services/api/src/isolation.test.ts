import { KeyScope, Role } from "@guildhall/contract";
import { issueKey, revokeGrants, startProcess } from "@guildhall/domain";
import { addStaff, sampleAnswers, signInByLink } from "@guildhall/domain/testing";
import { type CitizenToken, mintCitizenToken, mintGrant } from "@guildhall/keys";
import { lastPlace } from "@guildhall/store";
import { createV1 } from "./app.ts";
import { describeApi } from "./openapi.ts";
import { type Operation, operationsOf } from "./testing/operations.ts";
import { createPlaces, type Places } from "./testing/places.ts";
import { unused } from "./testing/unused.ts";
import { type ApiWorld, type Asking, createApiWorld } from "./testing.ts";

const dayMs = 86_400_000;
/** All that somebody of a council can be. */
const everyRole = Role.exclude(["platform-admin"]).options;
const operations = operationsOf(describeApi(createV1(unused), { name: "", issuer: "" })).filter(
  ({ needsCredential }) => needsCredential,
);
/** Of whoever asks: there is nothing in these that could be another's. */
const own = /\/current\b/;

type Named = readonly (readonly [name: string, credential: string | undefined])[];

describe("no foreign credential opens anything, at", () => {
  let world: ApiWorld;
  let places: Places;
  let good: Named;
  let unknown: Named;
  let narrow: Named;
  let bound: Named;
  let before: number;

  beforeAll(async () => {
    world = await createApiWorld();
    places = await createPlaces(world);
    bound = await boundElsewhere();
    narrow = [
      ["a key for messages alone", await world.keyFor("messages:read")],
      ["a key for drafts alone", await world.keyFor("drafts:write")],
    ];
    unknown = await unknownHere();
    good = await goodHere();
    before = await lastPlace(world.ground.db);
  });
  afterAll(async () => {
    expect(await lastPlace(world.ground.db)).toBe(before);
    await world[Symbol.asyncDispose]();
  });

  describe.each(operations)("$method $path,", (operation) => {
    it("which refuses what it cannot know", async () => {
      for (const [name, as] of unknown) {
        const { status, body } = await ask(operation, "real", as);
        expect([name, status, JSON.parse(body).code]).toEqual([name, 401, "unauthenticated"]);
      }
    });

    const { path, method } = operation;
    const asksForScope = own.test(path) ? undefined : it;
    asksForScope?.("which asks for a scope of its own", async () => {
      const asked = narrow.map(([, as]) => ask(operation, "real", as));
      const answers = await Promise.all(asked);
      expect(answers.map(({ status }) => status)).toContain(403);
      const refused = answers.filter(({ status }) => status === 403);
      for (const { body } of refused) expect(JSON.parse(body).code).toBe("scope-missing");
    });

    it("which tells the holder of another's token the same of what is there as of what never was", async () => {
      for (const [name, as] of bound) {
        const foreign = await ask(operation, "real", as);
        expect([name, [401, 403, 404].includes(foreign.status), foreign]).toEqual([
          name,
          true,
          foreign,
        ]);
        const random = await ask(operation, "random", as);
        expect([name, foreign]).toEqual([name, random]);
      }
    });

    // What is said of other tenants is for whoever runs the platform, which this council does not.
    const isOfPlatform = path.startsWith("/tenants/");
    const findsOne = method === "GET" && path.includes("{") && !isOfPlatform ? it : undefined;
    findsOne?.("which would have found what was asked for", async () => {
      const found: number[] = [];
      for (const [, as] of good) found.push((await ask(operation, "real", as)).status);
      expect(found).toContain(200);
      before = await lastPlace(world.ground.db);
    });
  });

  it("an operation that needs none, when what is shown is not good", async () => {
    const open = operationsOf(describeApi(createV1(unused), { name: "", issuer: "" }));
    for (const operation of open.filter(({ needsCredential }) => !needsCredential)) {
      for (const [name, as] of unknown.filter(([, credential]) => credential !== undefined)) {
        const { status } = await ask(operation, "real", as);
        expect([operation.path, name, status]).toEqual([operation.path, name, 401]);
      }
    }
  });

  /** Ask as the document shows, so that it is the credential that is refused. */
  async function ask(operation: Operation, kind: "real" | "random", as: string | undefined) {
    const asking: Asking = operation.takesFile
      ? { as, body: aFile() }
      : { as, ...(operation.takesJson ? { json: operation.example } : {}) };
    const path = places.fill(operation.path, kind);
    const response = await world.ask(operation.method, path, asking);
    return { status: response.status, body: await response.text() };
  }

  async function goodHere(): Promise<Named> {
    const { ground } = world;
    const admin = await addStaff(world.ctx, everyRole, "Ann Admin");
    return [
      ["a key with every scope", await world.keyFor(...KeyScope.options)],
      ["a token of staff with every role", (await signInByLink(world, admin)).token],
      ["the draft's own token", places.draftToken],
      ["the request's own token", places.accessToken],
      ["the citizen's own token", citizenOf(ground, { kind: "process", id: places.process })],
    ];
  }

  /** Credentials that are nobody's here, or nobody's any more. */
  async function unknownHere(): Promise<Named> {
    const { ctx } = world;
    const other = await world.addCouncil("othershire");
    const theirs = await startProcess(other, { service: "noise", answers: sampleAnswers });
    const person = await addStaff(other, everyRole, "Olga Other");
    const newKey = { name: "Acme", kind: "vendor", scopes: KeyScope.options } as const;
    const revoked = await issueKey(ctx, newKey);
    const admin = await addStaff(ctx, everyRole, "Ada Gone");
    const ended = (await signInByLink(world, admin)).token;
    await world.ask("DELETE", "/sessions/current", { as: ended });
    await world.ask("DELETE", `/keys/${revoked.id}`, { as: await adminToken() });
    world.clock.move(1000);
    const { ground } = world;
    const late = { issuedAt: new Date(0), expiresAt: new Date(1000) };
    return [
      ["nothing", undefined],
      [
        "a key with a wrong checksum",
        `${world.key.slice(0, -1)}${world.key.endsWith("0") ? 1 : 0}`,
      ],
      ["what is no credential", "open-sesame"],
      ["another council's key", (await issueKey(other, newKey)).key ?? ""],
      ["another council's grant", grantOf(other, theirs.id)],
      ["another council's grant for this process", grantOf(other, places.process)],
      ["another council's citizen", citizenOf(other, { kind: "process", id: places.process })],
      ["another council's staff", (await signInByLink({ ...world, ctx: other }, person)).token],
      ["a revoked key", revoked.key ?? ""],
      ["a grant that has run out", world.grantFor(places.process, late)],
      [
        "a citizen's token that has run out",
        citizenOf(ground, { kind: "process", id: places.process }, late),
      ],
      ["the token of a session that has ended", ended],
    ];
  }

  /** Credentials that are good, for another process, draft or request. */
  async function boundElsewhere(): Promise<Named> {
    const { ground } = world;
    const { id } = await world.start();
    const revoked = await world.start();
    await revokeGrants(world.ctx, revoked.id);
    const draft = await (await world.ask("POST", "/drafts", { json: { service: "noise" } })).json();
    return [
      ["a grant for another process", world.grantFor(id)],
      ["a citizen of another process", citizenOf(ground, { kind: "process", id })],
      ["a citizen of another draft", draft.token],
      ["a grant that was revoked", world.grantFor(revoked.id)],
    ];
  }

  async function adminToken(): Promise<string> {
    const person = await addStaff(world.ctx, ["tenant-admin"], "Ben Boss");
    return (await signInByLink(world, person)).token;
  }

  type Mints = Pick<ApiWorld["ground"], "keys" | "issuer">;

  function grantOf({ keys, issuer }: Mints, process: string): string {
    return mintGrant(keys.set, {
      issuer,
      process,
      connector: "back-office",
      scope: ["processes:read", "notes:write"],
      generation: 1,
      jti: "out_1",
      ...today(),
    });
  }

  function citizenOf(
    { keys, issuer }: Mints,
    subject: CitizenToken["subject"],
    when: ReturnType<typeof today> = today(),
  ): string {
    const scope = [
      "processes:read",
      "documents:read",
      "notes:read",
      "processes:write",
      "drafts:write",
    ] as const;
    return mintCitizenToken(keys.set, {
      issuer,
      subject,
      scope: [...scope],
      jti: "jti_1",
      ...when,
    });
  }

  function today() {
    const now = world.clock.now();
    return { issuedAt: new Date(now), expiresAt: new Date(now + dayMs) };
  }
});

function aFile(): FormData {
  const body = new FormData();
  body.set("file", new File(["A dog barked at 2am."], "diary.txt"));
  return body;
}
