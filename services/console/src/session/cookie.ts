import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { ConsoleEnv } from "../environment.ts";

/** What this browser keeps of a session: the secret that renews it, and the token that acts until then. */
export interface Held {
  readonly secret: string;
  readonly token: string;
  /** When the token ends, in milliseconds since 1970. */
  readonly until: number;
}

const prefix = "gh-staff-";
const signInPrefix = "gh-sign-in-";
const signInMaxAgeS = 15 * 60;
const shortcutsName = "gh-shortcuts";
const yearS = 365 * 24 * 60 * 60;

/** A jar of cookies that no script reads and no other site's form sends; one for each organisation. */
export class Jar {
  readonly #c: Context<ConsoleEnv>;
  readonly #isSecure: boolean;

  constructor(c: Context<ConsoleEnv>, publicUrl: string) {
    this.#c = c;
    this.#isSecure = publicUrl.startsWith("https:");
  }

  session(tenant: string): Held | undefined {
    const [secret, until, token, ...rest] = this.#read(prefix + tenant)?.split("~") ?? [];
    if (!secret || !until || !token || rest.length > 0) return undefined;
    return { secret, token, until: Number(until) };
  }

  keepSession(tenant: string, { secret, token, until }: Held): void {
    this.#write(prefix + tenant, `${secret}~${until}~${token}`);
  }

  endSession(tenant: string): void {
    this.#write(prefix + tenant, "", 0);
  }

  /** What ties a sign-in to the browser that began it, and the page that it was begun for. */
  signIn(tenant: string): { secret: string; next: string } | undefined {
    const [, secret, next] = /^([^~]+)~(.+)$/s.exec(this.#read(signInPrefix + tenant) ?? "") ?? [];
    return secret && next ? { secret, next } : undefined;
  }

  keepSignIn(tenant: string, secret: string, next: string): void {
    this.#write(signInPrefix + tenant, `${secret}~${next}`, signInMaxAgeS);
  }

  endSignIn(tenant: string): void {
    this.#write(signInPrefix + tenant, "", 0);
  }

  /** They are on until somebody has turned them off in this browser. */
  get hasShortcuts(): boolean {
    return this.#read(shortcutsName) !== "off";
  }

  keepShortcuts(isOn: boolean): void {
    this.#write(shortcutsName, isOn ? "on" : "off", yearS);
  }

  #read(name: string): string | undefined {
    return getCookie(this.#c, this.#nameOf(name)) || undefined;
  }

  /** Lax, since an identity provider's page leads back here; what changes something is checked besides. */
  #write(name: string, value: string, maxAge?: number): void {
    setCookie(this.#c, this.#nameOf(name), value, {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      secure: this.#isSecure,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
  }

  /** With the prefix, a browser takes the cookie only from this very host, over https. */
  #nameOf(name: string): string {
    return this.#isSecure ? `__Host-${name}` : name;
  }
}
