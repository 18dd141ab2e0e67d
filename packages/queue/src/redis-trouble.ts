import type { Trouble } from "./queue.ts";

/** What a Redis says of itself that does not suit a queue, or undefined when it suits. */
export function troubleIn(info: string): Trouble | undefined {
  const said = (name: string) => new RegExp(`^${name}:(\\S+)`, "m").exec(info)?.[1];
  const policy = said("maxmemory_policy");
  if (policy !== undefined && policy !== "noeviction") return evicting(policy);
  const major = Number(said("redis_version")?.split(".")[0] ?? Number.NaN);
  if (major < 6) {
    return { code: "too-old", sentence: `Redis ${major} is too old; 6.2 or later is needed.` };
  }
  if (said("role") === "slave") return troubles["read-only"];
  const most = Number(said("maxmemory") ?? 0);
  return most > 0 && Number(said("used_memory")) >= most ? troubles.full : undefined;
}

/** What the error of a call says is the matter, where it is not the call's own fault. */
export function troubleOf(error: unknown): Trouble | undefined {
  const text = error instanceof Error ? error.message : "";
  if (/\bREADONLY\b/.test(text)) return troubles["read-only"];
  if (/^(?:.*\b)?OOM command/.test(text)) return troubles.full;
  if (/^(?:NOAUTH|WRONGPASS)/.test(text)) return troubles.refusing;
  return text.startsWith("NOPERM") ? troubles.forbidding : undefined;
}

function evicting(policy: string): Trouble {
  return {
    code: "evicting",
    sentence: `Redis has the maxmemory-policy "${policy}", which throws work away when memory is short; set it to "noeviction".`,
  };
}

export const away: Trouble = {
  code: "away",
  sentence: "Redis does not answer; what is owed waits in the tenants' databases.",
};

const troubles = {
  "read-only": {
    code: "read-only",
    sentence: "Redis is a read-only replica; REDIS_URL must name the primary.",
  },
  full: {
    code: "full",
    sentence: "Redis has reached its maxmemory and takes nothing more; raise it.",
  },
  refusing: {
    code: "refusing",
    sentence: "Redis refuses the name or password in REDIS_URL.",
  },
  forbidding: {
    code: "refusing",
    sentence: "The Redis user in REDIS_URL lacks a permission it needs.",
  },
} as const satisfies Record<string, Trouble>;
