import type { Carried } from "./queue.ts";

/** Tickets that wait, given out in turn between tenants and, within a tenant, in order. */
export interface Turns {
  readonly size: number;
  put(ticket: Carried): void;
  take(): Carried | undefined;
  clear(): void;
}

export function createTurns(): Turns {
  const waiting = new Map<string, Fifo<Carried>>();
  let order = createFifo<string>();
  let size = 0;

  return {
    get size() {
      return size;
    },
    put(ticket) {
      size += 1;
      const own = waiting.get(ticket.tenant);
      if (own) return own.push(ticket);
      const first = createFifo<Carried>();
      first.push(ticket);
      waiting.set(ticket.tenant, first);
      order.push(ticket.tenant);
    },
    take() {
      const tenant = order.shift();
      const own = tenant === undefined ? undefined : waiting.get(tenant);
      if (tenant === undefined || !own) return undefined;
      const ticket = own.shift();
      if (own.size > 0) order.push(tenant);
      else waiting.delete(tenant);
      size -= 1;
      return ticket;
    },
    clear() {
      waiting.clear();
      order = createFifo();
      size = 0;
    },
  };
}

/** Put tickets in the order in which tenants take turns. */
export function inTurn(tickets: readonly Carried[]): Carried[] {
  const turns = createTurns();
  for (const ticket of tickets) turns.put(ticket);
  const ordered: Carried[] = [];
  for (let next = turns.take(); next; next = turns.take()) ordered.push(next);
  return ordered;
}

interface Fifo<T> {
  readonly size: number;
  push(item: T): void;
  shift(): T | undefined;
}

/** An array's own `shift` moves all that stay; this one moves them once in a while. */
function createFifo<T>(): Fifo<T> {
  let items: T[] = [];
  let head = 0;
  return {
    get size() {
      return items.length - head;
    },
    push(item) {
      items.push(item);
    },
    shift() {
      if (head === items.length) return undefined;
      const item = items[head];
      head += 1;
      if (head > 64 && head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return item;
    },
  };
}
