import { type Breadcrumb, Breadcrumbs, ErrorSummary, type ErrorSummaryItem } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { anyFault, FaultSummary } from "../../pages/fault-summary.tsx";
import type { Faults } from "../../pages/frame.ts";
import { OfficePage } from "../../pages/office-page.tsx";
import type { DraftFrame } from "./draft-frame.ts";

export interface DraftPageProps {
  readonly frame: DraftFrame;
  /** What this page is for; the heading says it too. */
  readonly title: string;
  /** The pages between the service's home and this one. */
  readonly way?: readonly Breadcrumb[];
  readonly faults?: Faults;
  /** What keeps it from being done, each with the way to the page where it is mended. */
  readonly places?: readonly ErrorSummaryItem[];
  readonly children?: Child;
}

/** A page of a service in the making: the way back to its home, what is wrong with what was sent, and a heading. */
export function DraftPage(props: DraftPageProps) {
  const { frame, title, way = [], faults = {}, places = [], children } = props;
  const { office, desk, look, done, draft, here } = frame;
  const crumbs = [
    { content: "Services", href: office.at.services },
    { content: draft.definition.title, href: here.home },
    ...way,
    { content: title },
  ];
  return (
    <OfficePage
      office={office}
      desk={desk}
      look={look}
      title={`${title}: ${draft.definition.title}`}
      current="services"
      done={done}
      onward={{ words: "See what there is still to do", href: here.home }}
      faults={anyFault(faults) || places.length > 0}
      beforeContent={<Breadcrumbs items={crumbs} collapseOnMobile />}
    >
      <FaultSummary faults={faults} />
      {places.length > 0 && <ErrorSummary errorList={places} />}
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </OfficePage>
  );
}

/** What every form on a page of a draft carries: which revision its reader saw, and which showing of it this is. */
export function Seen({ frame }: { frame: DraftFrame }) {
  return (
    <>
      <input type="hidden" name="since" value={String(frame.seen)} />
      <input type="hidden" name="once" value={frame.once} />
    </>
  );
}

/** Goes in a form with `data-autosave`: what is typed is kept by itself where scripts run, and this says so. */
export function Autosave({ frame }: { frame: DraftFrame }) {
  return (
    <>
      <p
        class="govuk-hint"
        role="status"
        data-autosave-said
        data-autosave-lost="Not saved. Keep this page open and press Save."
      ></p>
      <script type="module" src={frame.look.assets.autosave}></script>
    </>
  );
}
