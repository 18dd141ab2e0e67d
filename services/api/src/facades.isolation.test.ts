import { issueKey, listNotes, listTasks, revokeKey } from "@guildhall/domain";
import { describeIeg4 } from "./ieg4/describe.ts";
import { createIeg4 } from "./ieg4/ieg4.ts";
import { describeOpen311 } from "./open311/describe.ts";
import { createOpen311 } from "./open311/open311.ts";
import { type ApiWorld, createApiWorld } from "./testing.ts";

const notThere = {
  id: "prc_01kb3zq8w5v0t6m2h9r4c7d1xe",
  stepId: "tsk_01kb3zq8w5v0t6m2h9r4c7d1xe",
  reference: "EXM-2222-2222",
};
const tenant = { name: "Exampleshire", issuer: "https://guildhall.test/t/exampleshire" };

interface Operation {
  readonly base: string;
  readonly method: string;
  readonly path: string;
  readonly body: { readonly type: string; readonly example: object } | undefined;
}

describe("no foreign credential opens anything of the façades", () => {
  let world: ApiWorld;
  let operations: Operation[];
  /** A process with everything in it, and another whose grant is tried on it. */
  let mine: Record<string, string>;
  let strangers: Record<string, string>;
  let neighbour: string;

  beforeAll(async () => {
    world = await createApiWorld();
    operations = [
      ...operationsOf("/open311/v2", describeOpen311(createOpen311(world.deps), tenant)),
      ...operationsOf("/open-api", describeIeg4(createIeg4(world.deps), tenant)),
    ];
    const { id, reference } = await world.start();
    const { data } = await listTasks(world.ctx, id);
    mine = { id, reference, stepId: data[0]?.id ?? "" };
    const handedOut = ["processes:read", "documents:read", "notes:read", "notes:write"] as const;
    const scope = [...handedOut, "tasks:read", "tasks:write", "events:read"] as const;
    neighbour = world.grantFor((await world.start()).id, { scope: [...scope] });
    const other = await world.addCouncil("otherton");
    const allowed = ["processes:read", "processes:write", "notes:write", "tasks:write"] as const;
    const scopes = [...allowed, "notes:read", "tasks:read", "documents:read"] as const;
    const theirs = await issueKey(other, { name: "Other", kind: "vendor", scopes: [...scopes] });
    const gone = await issueKey(world.ctx, { name: "Gone", kind: "vendor", scopes: [...scopes] });
    expect(await revokeKey(world.ctx, gone.id)).toBe(true);
    const now = world.clock.now();
    const lastHour = { issuedAt: new Date(now - 7_200_000), expiresAt: new Date(now - 3_600_000) };
    strangers = {
      "another council's key": theirs.key,
      "a revoked key": gone.key,
      "an expired grant": world.grantFor(id, { ...lastHour }),
      "a grant of another issuer": world.grantFor(id, {
        issuer: "https://guildhall.test/t/otherton",
      }),
      "a grant of an earlier generation": world.grantFor(id, { generation: 0 }),
    };
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it("lets no stranger in, by any operation that needs a credential", async () => {
    for (const operation of operations.filter(({ path }) => isGuarded(path))) {
      for (const [who, credential] of [
        ...Object.entries(strangers),
        ["nobody", undefined],
      ] as const) {
        const { status, text } = await tryOut(operation, mine, credential);
        const said = `${who}: ${operation.method} ${operation.path} ${status} ${text}`;
        expect([401, 403, 404], said).toContain(status);
      }
    }
    await expectUntouched();
  });

  it("answers a grant for another process as it answers for what does not exist, byte for byte", async () => {
    for (const operation of operations.filter(({ path }) =>
      /\{(id|service_request_id|token)\}/.test(path),
    )) {
      const theirs = await tryOut(operation, mine, neighbour);
      const nobodys = await tryOut(operation, notThere, neighbour);
      expect(theirs, `${operation.method} ${operation.path}`).toEqual({ ...nobodys, status: 404 });
    }
    await expectUntouched();
  });

  it("lets a grant for one process list nothing and write nowhere else", async () => {
    const lists = operations.filter(({ path }) =>
      /^\/(requests|servicerequestupdates)\./.test(path),
    );
    expect(lists).toHaveLength(4);
    for (const operation of lists) {
      const { status } = await tryOut(operation, mine, neighbour);
      expect([403, 404], `${operation.method} ${operation.path}`).toContain(status);
    }
    await expectUntouched();
  });

  async function tryOut(
    { base, method, path, body }: Operation,
    ids: Record<string, string>,
    credential: string | undefined,
  ) {
    const filled = path
      .replace("{format}", "json")
      .replace(/\{(id|stepId)\}/g, (_, name) =>
        path.startsWith("/documents") ? (ids.id ?? "").replace("prc_", "frm_") : (ids[name] ?? ""),
      )
      .replace(/\{\w+\}/g, ids.reference ?? "");
    const response = await world.fetch(`/t/exampleshire${base}${filled}`, {
      method,
      headers: {
        ...(credential ? { Authorization: `Bearer ${credential}` } : {}),
        ...(body ? { "Content-Type": body.type } : {}),
      },
      ...(body ? { body: bodyOf(body, ids) } : {}),
    });
    return { status: response.status, text: await response.text() };
  }

  async function expectUntouched() {
    expect((await listNotes(world.ctx, mine.id ?? "")).data).toEqual([]);
    expect((await listTasks(world.ctx, mine.id ?? "")).data).toMatchObject([{ state: "open" }]);
    expect(world.faults).toEqual([]);
  }
});

function operationsOf(
  base: string,
  { paths = {} }: { paths?: Record<string, object | undefined> },
): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item ?? {}).flatMap(([method, operation]) => {
      if (method !== "get" && method !== "post") return [];
      const content: object = operation.requestBody?.content ?? {};
      const [[type, media] = []] = Object.entries(content);
      const body = type === undefined ? undefined : { type, example: media.example };
      return [{ base, method: method.toUpperCase(), path, body }];
    }),
  );
}

/** Services and discovery are for anyone. */
function isGuarded(path: string): boolean {
  return !/^\/(services|discovery)/.test(path);
}

function bodyOf({ type, example }: NonNullable<Operation["body"]>, ids: Record<string, string>) {
  if (type === "application/json") return JSON.stringify(example);
  const named = { ...example, ...("service_code" in example ? { service_code: "noise" } : {}) };
  const filled = "update_id" in example ? { ...named, service_request_id: ids.reference } : named;
  return new URLSearchParams(filled as Record<string, string>).toString();
}
