import { randomBytes } from "node:crypto";
import { SoapFault } from "./soap.ts";

/** Who is logged on. Kept in memory: a restart ends every session, as it does in the product. */
export interface Sessions {
  /** Begin a session and give its cookie. */
  begin(): string;
  end(cookieHeader: string | undefined): void;
  isOpen(cookieHeader: string | undefined): boolean;
  /** @throws SoapFault when nobody is logged on with this cookie. */
  check(cookieHeader: string | undefined): void;
}

const idleMs = 20 * 60 * 1000;
const name = "ASP.NET_SessionId";

export function createSessions(path: string, now: () => Date): Sessions {
  const seen = new Map<string, number>();
  const isOpen: Sessions["isOpen"] = (header) => {
    const id = idOf(header);
    const at = now().getTime();
    if (!id || at - (seen.get(id) ?? -Infinity) > idleMs) return false;
    seen.set(id, at);
    return true;
  };
  return {
    isOpen,
    begin() {
      const at = now().getTime();
      for (const [id, last] of seen) if (at - last > idleMs) seen.delete(id);
      const id = randomBytes(12).toString("hex");
      seen.set(id, at);
      return `${name}=${id}; Path=${path}; HttpOnly; SameSite=Lax`;
    },
    end(header) {
      seen.delete(idOf(header) ?? "");
    },
    check(header) {
      if (!isOpen(header)) throw new SoapFault("Server", "The user is not logged on");
    },
  };
}

function idOf(header: string | undefined): string | undefined {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
