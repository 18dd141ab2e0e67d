import { forgetOld, type Ground } from "@guildhall/domain";

export interface ForgettingOptions {
  tenants(): Promise<readonly string[]>;
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly onError: (error: unknown) => void;
}

/** Has every tenant forget what is past keeping. */
export interface Forgetting {
  /** Soon, and then once a day. */
  start(): void;
  stop(): void;
  /** Once, one tenant after the other: one that cannot does not keep the others from it. */
  round(): Promise<void>;
}

const soonMs = 60_000;
const dayMs = 86_400_000;

export function createForgetting({ tenants, groundFor, onError }: ForgettingOptions): Forgetting {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const inTenant = async (tenant: string) => {
    const ground = isStopped ? undefined : await groundFor(tenant);
    if (ground) await forgetOld(ground);
  };
  const round = async () => {
    for (const tenant of await tenants()) await inTenant(tenant).catch(onError);
  };
  const wait = (ms: number) => {
    if (isStopped) return;
    timer = setTimeout(
      () =>
        round()
          .catch(onError)
          .finally(() => wait(dayMs)),
      ms,
    ).unref();
  };
  return {
    round,
    start: () => wait(soonMs),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
