import type { ConnectorDefinition } from "@guildhall/contract";
import type { Officer } from "@guildhall/domain";
import { simulatorOf } from "./simulator.ts";

/** Sends a form of an officer's page; false where the page asks for something else. */
type Post = (path: string, fields: Readonly<Record<string, string>>) => Promise<boolean>;

const longestMs = 10_000;

/** The officer of a connector's simulator, by the pages that a person would use; undefined where it has none. */
export function officerOf(
  connector: Pick<ConnectorDefinition, "kind" | "address">,
  simulators: string,
): Officer | undefined {
  const base = simulatorOf(connector, simulators);
  return base === undefined ? undefined : officers[connector.kind]?.(createPost(base));
}

const never = async () => false;

const officers: Partial<Record<ConnectorDefinition["kind"], (post: Post) => Officer>> = {
  alloy: (post) => ({
    note: (reference, contents) => post(`items/${reference}/notes`, { contents, visible: "yes" }),
    move: (reference, status) => post(`items/${reference}/status`, { status }),
    end: async (reference, external) => {
      const [closing = "", closure] = external.split("/");
      const isSaid =
        closure === undefined || (await post(`items/${reference}/closure`, { closure }));
      return isSaid && post(`items/${reference}/complete`, { closing, words: "" });
    },
  }),
  uniform: (post) => ({
    note: never,
    move: (reference, status) => post(`cases/${dashed(reference)}/status`, { status }),
    end: async (reference, external) => {
      const [, action] = external.split("/");
      return action !== undefined && post(`cases/${dashed(reference)}/close`, { action });
    },
  }),
  valuebill: (post) => {
    const buttons: Readonly<Record<string, string>> = {
      Submitted: "accept",
      Done: "done",
      Cancelled: "cancel",
    };
    const press = async (reference: string, external: string) => {
      const button = buttons[external];
      return button !== undefined && post(`cases/${reference}/${button}`, {});
    };
    return { note: never, move: press, end: press };
  },
  http: register,
  soap: register,
  open311: register,
};

function register(post: Post): Officer {
  const move: Officer["move"] = (reference, status) =>
    post(`cases/${reference}/status`, { status });
  return {
    note: (reference, text) => post(`cases/${reference}/note`, { text, visible: "yes" }),
    move,
    end: move,
  };
}

/** A reference of Uniform's holds slashes, which an address cannot. */
function dashed(reference: string): string {
  return reference.replaceAll("/", "-");
}

/** These pages take forms from themselves alone. */
function createPost(base: string): Post {
  return async (path, fields) => {
    const response = await fetch(`${base}/${path}`, {
      method: "POST",
      headers: { Origin: new URL(base).origin },
      body: new URLSearchParams(fields),
      redirect: "manual",
      signal: AbortSignal.timeout(longestMs),
    });
    await response.body?.cancel();
    if (response.status === 303) return true;
    if (response.status === 400) return false;
    throw new Error(`The simulator answered ${response.status} to its officer at ${path}`);
  };
}
