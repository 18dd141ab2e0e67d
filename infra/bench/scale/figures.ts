import { type Line, line } from "../lines.ts";
import type { Latency } from "../statistics.ts";

/** What is measured where there is much of everything. */
export interface ScaleFigures {
  /** A council taken on with every recipe of the cookbook, by the command line. */
  readonly newTenantMs: number;
  /** 400 councils with 800 services each: from the start to the first acknowledgement. */
  readonly manyFirstAcceptMs: number;
  /** What that server holds of memory when nobody asks for anything. */
  readonly manyIdleRssMb: number;
  /** The first page of a team's open tasks, by when they are due, among a million processes. */
  readonly teamList: Latency;
  /** A search by email address among them. */
  readonly emailSearch: Latency;
}

/** All figures as lines, in the order they are read. */
export function linesOfScale(figures: ScaleFigures): Line[] {
  const { teamList, emailSearch } = figures;
  return [
    line("a council taken on, with all recipes", figures.newTenantMs, "ms", { atMost: 3000 }),
    line("400 councils of 800 services: start", figures.manyFirstAcceptMs, "ms", { atMost: 3000 }),
    line("  idle memory", figures.manyIdleRssMb, "MB", { atMost: 300 }),
    { name: "a team's list among 1,000,000, p50", value: teamList.p50Ms, unit: "ms" },
    line("a team's list among 1,000,000, p99", teamList.p99Ms, "ms", { atMost: 50 }),
    { name: "search by email among them, p50", value: emailSearch.p50Ms, unit: "ms" },
    line("search by email among them, p99", emailSearch.p99Ms, "ms", { atMost: 30 }),
  ];
}
