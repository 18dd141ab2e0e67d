import type { Scope } from "@guildhall/contract";
import { Layout } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { front } from "../addresses.ts";
import type { Desk, Look, Office } from "../environment.ts";
import { DoneBanner, type DoneBannerProps } from "./done-banner.tsx";

export interface OfficePageProps {
  readonly office: Office;
  /** Left out on the pages before signing in. */
  readonly desk?: Desk | undefined;
  readonly look: Look;
  readonly title: string;
  readonly faults?: boolean;
  readonly current?: Area;
  readonly beforeContent?: Child;
  /** The name of what was done on the page before. */
  readonly done?: string | undefined;
  readonly onward?: DoneBannerProps["onward"];
  readonly children?: Child;
}

/** A part of the console, and what a person must be allowed for it to be shown to them. */
interface AreaWords {
  readonly title: string;
  readonly summary: string;
  readonly scope: Scope;
}

export const areas = {
  work: {
    title: "Work",
    summary: "What is to be done: yours, your teams’ and everybody’s, the soonest due first.",
    scope: "tasks:read",
  },
  cases: {
    title: "Find a case",
    summary: "Find a request by its reference, or by who sent it.",
    scope: "processes:read",
  },
  services: {
    title: "Services",
    summary: "Make services, try them out, and publish them.",
    scope: "services:read",
  },
  assist: {
    title: "Fill in for a caller",
    summary: "Send a form for somebody who phones, writes or is here.",
    scope: "processes:write",
  },
  callers: {
    title: "Callers of other councils",
    summary: "Find what callers of a council that yours has an agreement with have sent, and help.",
    scope: "processes:write",
  },
  overview: {
    title: "Workload",
    summary: "What is late, stuck, held and nobody’s, by team, and sharing it out.",
    scope: "tasks:read",
  },
  figures: {
    title: "Figures",
    summary: "What was received and done, how long it took, and how often people had to ask.",
    scope: "tasks:read",
  },
  deliveries: {
    title: "Deliveries",
    summary: "What is sent to back offices, what waits for you, and how to mend it.",
    scope: "deliveries:read",
  },
  alarms: {
    title: "Alarms",
    summary: "What somebody has to look at: say that you do, and nobody is called again.",
    scope: "deliveries:read",
  },
  feedback: {
    title: "Feedback",
    summary: "What people say is wrong with the pages, beside the questions that it is about.",
    scope: "services:read",
  },
  previews: {
    title: "Previews",
    summary: "Services that you show before they are published, and what people say of them.",
    scope: "services:read",
  },
  access: {
    title: "Requests for access",
    summary: "Organisations that ask to use the API: approve, narrow or refuse them.",
    scope: "keys:read",
  },
  keys: {
    title: "Keys",
    summary: "Who may use the API, for what, until when. Issue, replace and end keys.",
    scope: "keys:read",
  },
  webhooks: {
    title: "Webhooks",
    summary: "Who is told of what happens, what they were sent and what did not arrive.",
    scope: "subscriptions:read",
  },
  connections: {
    title: "Connections",
    summary: "The systems that you are connected to, and what they let you in with.",
    scope: "connectors:read",
  },
  statuses: {
    title: "Statuses",
    summary: "What the statuses of back offices mean to citizens, and those nobody has explained.",
    scope: "connectors:read",
  },
  health: {
    title: "Health",
    summary: "How it goes with what leads to the outside, and what is owed to it.",
    scope: "connectors:read",
  },
  calls: {
    title: "Calls",
    summary: "Who called the API, for what, and how it ended.",
    scope: "calls:read",
  },
  audit: {
    title: "Audit trail",
    summary: "Everything that happened, who did it, and whether the trail of it is whole.",
    scope: "audit:read",
  },
  councils: {
    title: "Councils",
    summary: "Those that the platform is run for: take one on, and see how ready each is.",
    scope: "platform:read",
  },
  councilsHealth: {
    title: "Councils’ health",
    summary: "How it goes with each of those that the platform is run for.",
    scope: "platform:read",
  },
  agreements: {
    title: "Agreements",
    summary: "Which councils serve each other’s callers, and what they looked at.",
    scope: "agreements:write",
  },
  people: {
    title: "People",
    summary: "Colleagues who may sign in, and what each may do.",
    scope: "people:read",
  },
} as const satisfies Record<string, AreaWords>;
export type Area = keyof typeof areas;

/** A staff page of one organisation, which always says whose it is and who is signed in. */
export function OfficePage(props: OfficePageProps) {
  const { office, desk, look, title } = props;
  return (
    <Layout
      lang="en-GB"
      title={title}
      faults={props.faults}
      brand={{ name: office.tenant.name }}
      home={office.at.root}
      assets={look.assets}
      service={{ name: "Staff", href: office.at.root }}
      navigation={desk ? navigation(props, desk) : undefined}
      beforeContent={
        <>
          {desk && <Bar office={office} desk={desk} />}
          {props.beforeContent}
        </>
      }
      head={<link rel="stylesheet" href={look.stylesheet} />}
    >
      <DoneBanner done={props.done} onward={props.onward} />
      {props.children}
    </Layout>
  );
}

/** The areas that this person may see. */
export function areasFor({ scopes }: Desk): Area[] {
  // The keys of a constant are its own type's.
  const all = Object.keys(areas) as Area[];
  return all.filter((area) => scopes.has(areas[area].scope));
}

function navigation({ office, current }: OfficePageProps, desk: Desk) {
  return areasFor(desk).map((area) => ({
    content: areas[area].title,
    href: office.at[area],
    current: current === area,
  }));
}

function Bar({ office, desk }: { office: Office; desk: Desk }) {
  return (
    <section class="console-bar" aria-label="You">
      <p class="govuk-body-s">
        You work for <strong>{office.tenant.name}</strong> as {desk.person.name}
      </p>
      <ul class="govuk-body-s">
        <li>
          <a class="govuk-link" href={front}>
            Change organisation
          </a>
        </li>
        <li>
          <form method="post" action={office.at.signOut}>
            <button type="submit" class="console-link">
              Sign out
            </button>
          </form>
        </li>
      </ul>
    </section>
  );
}

/** Words of two thirds of the width, as they are read best. */
export function Column({ children }: { children?: Child }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
    </div>
  );
}
