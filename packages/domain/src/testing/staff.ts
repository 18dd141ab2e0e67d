import type {
  IdentityProvider,
  OpenIdSettings,
  Person,
  ProvedIdentity,
  Role,
  Session,
  SignInFault,
} from "@guildhall/contract";
import type { Context } from "../context.ts";
import { type LoadedMessage, loadMessage } from "../message/load.ts";
import { addPerson } from "../person/add.ts";
import { createSignInDesk, type SignInDesk } from "../session/desk.ts";
import type { World } from "./world.ts";

/** Where the staff of a test's tenant sign in, when they do not by a link. */
export const openIdSettings: OpenIdSettings = {
  issuer: "https://login.exampleshire.test",
  clientId: "guildhall",
  name: "your council account",
  groupsClaim: "groups",
  groups: { admins: ["tenant-admin"], officers: ["caseworker", "viewer"], ops: ["platform-admin"] },
  scopes: [],
};

/** A provider that proves what it is told to, and keeps what it was asked. */
export class FakeIdentityProvider implements IdentityProvider {
  identity: ProvedIdentity = {
    subject: "subject-1",
    name: "Grace Hopper",
    email: "Grace@Exampleshire.test",
    emailVerified: true,
    groups: ["officers"],
    provedAt: undefined,
    idToken: "an.id.token",
  };
  /** What stands in the way instead. */
  fault: SignInFault | undefined;
  /** Whether it was told, when asked last, to have it proved anew who is there. */
  wasToldAgain = false;
  readonly asked: { readonly returnTo: string; readonly query: string }[] = [];
  #begun = 0;

  async begin(returnTo: string, { again } = { again: false }) {
    if (this.fault) return { fault: this.fault };
    this.#begun += 1;
    this.wasToldAgain = again;
    const state = `state-${this.#begun}`;
    const query = new URLSearchParams({ state, redirect_uri: returnTo });
    return {
      url: `${openIdSettings.issuer}/authorize?${query}`,
      checks: { state, nonce: "nonce", codeVerifier: "verifier" },
    };
  }

  async finish(answer: { returnTo: string; query: string }) {
    this.asked.push({ returnTo: answer.returnTo, query: answer.query });
    return this.fault ? { fault: this.fault } : this.identity;
  }

  async endSessionUrl({ idToken, returnTo }: { idToken: string; returnTo: string }) {
    const query = new URLSearchParams({
      id_token_hint: idToken,
      post_logout_redirect_uri: returnTo,
    });
    return `${openIdSettings.issuer}/end?${query}`;
  }
}

/** A desk for tenants that send links. */
export function linkDesk(): SignInDesk {
  return createSignInDesk({ providerFor: async () => undefined });
}

/** Let somebody in, without a letter. */
export function addStaff(ctx: Context, roles: Role[], name = "Ada Byron"): Promise<Person> {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@exampleshire.test`;
  return addPerson(ctx, { name, email, roles }, { invite: false });
}

/** The letter that was handed over last; undefined when none was. */
export async function lastLetter(world: World): Promise<LoadedMessage | undefined> {
  const ticket = world.handover.given.at(-1);
  return ticket && loadMessage(world.ctx, ticket);
}

/** Sign a person in by the link that is sent to them. */
export async function signInByLink(
  world: World,
  { email }: Pick<Person, "email">,
): Promise<Session> {
  const desk = linkDesk();
  const { browserSecret } = await desk.begin(world.ctx, { email });
  const code = (await lastLetter(world))?.action?.url.split("/").at(-1) ?? "";
  return desk.start(world.ctx, { code, browserSecret });
}
