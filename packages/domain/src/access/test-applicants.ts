import type { AskedAccess, NewAccessRequest } from "@guildhall/contract";
import type { Context } from "../context.ts";
import { loadMessage } from "../message/load.ts";
import { createSandboxes } from "../sandbox/sandboxes.ts";
import { createWorld, type World } from "../testing/world.ts";
import { askForAccess } from "./ask.ts";
import { approveAccess } from "./decide.ts";

export const dayMs = 86_400_000;

export const wish: NewAccessRequest = {
  organisation: "Warm Homes Ltd",
  kind: "partner",
  purpose: "To show residents how far their request is",
  scopes: ["processes:read", "notes:read", "services:write"],
  contact: { name: "Grace Hopper", email: "grace@warm-homes.example" },
  wants: "live",
};

type Scopes = readonly Parameters<Context["scopes"]["has"]>[0][];
type Approval = Parameters<typeof approveAccess>[2];

/** A council, those who ask it for access, and those who decide. */
export interface Applicants extends AsyncDisposable {
  readonly world: World;
  anyone(): Context;
  staff(scopes: Scopes): Context;
  admins(): Context;
  ask(changed?: Partial<NewAccessRequest>, ctx?: Context): Promise<AskedAccess>;
  applicant(token: string): Promise<Context>;
  /** A request that was asked for and approved, with its applicant. */
  approved(approval?: Approval): Promise<AskedAccess & { readonly ctx: Context }>;
  /** The letters that were owed, in their order. */
  letters(): Promise<{ to: string; text: string; url: string | undefined }[]>;
}

export async function createApplicants(): Promise<Applicants> {
  const world = await createWorld();
  const { store, groundFor } = world;
  const sandboxes = createSandboxes({
    isSimulated: () => true,
    store,
    groundFor,
    credentialFor: async () => ({ apiKey: "of the simulator" }),
    onError: (error) => expect.fail(String(error)),
  });
  const anyone = () => world.as({ actor: nobody, scopes: [] });
  const staff = (scopes: Scopes) => world.as({ actor: admin, scopes });
  const admins = () => staff(["keys:read", "keys:write"]);
  const ask: Applicants["ask"] = (changed = {}, ctx = anyone()) =>
    askForAccess(ctx, { ...wish, ...changed }, sandboxes.of);
  const applicant = async (token: string) => {
    const ctx = await world.bearing(token);
    if (!ctx) throw new Error("the token is no good");
    return ctx;
  };
  return {
    world,
    anyone,
    staff,
    admins,
    ask,
    applicant,
    approved: async (approval = {}) => {
      const asked = await ask();
      await approveAccess(admins(), asked.request.id, approval);
      return { ...asked, ctx: await applicant(asked.token) };
    },
    letters: () => lettersOf(world),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

async function lettersOf({ ctx, handover }: World) {
  const tickets = handover.given.filter(({ kind }) => kind === "message");
  const loaded = await Promise.all(tickets.map((one) => loadMessage(ctx, one)));
  return loaded.flatMap((one) =>
    one ? [{ to: one.to, text: one.facts.text ?? "", url: one.action?.url }] : [],
  );
}

const nobody = { kind: "citizen", id: "anonymous", name: "Anonymous" } as const;
const admin = { kind: "staff", id: "per_admin", name: "Alice Admin" } as const;
