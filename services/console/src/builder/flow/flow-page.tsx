import type { Flow, FlowNode } from "@guildhall/contract";
import { ScrollTable } from "../../pages/scroll-table.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage } from "../ground/draft-page.tsx";
import { Findings } from "../questions/findings.tsx";
import { placeOfFinding } from "../questions/place-of-finding.ts";
import { FlowPicture } from "./flow-picture.tsx";
import { titleOf, waysOf } from "./ways-of.ts";

/** The ways through a form as a picture, and the same as a table. */
export function FlowPage({ frame, flow }: { frame: DraftFrame; flow: Flow }) {
  const ways = waysOf(flow);
  return (
    <DraftPage
      frame={frame}
      title="The way through the form"
      way={[{ content: "Questions", href: frame.here.questions }]}
    >
      <p class="govuk-body">
        The thick line is the way of somebody who meets no condition. What stands to the right is
        asked only under a condition.
      </p>
      <Findings findings={flow.findings} frame={frame} />
      <section class="console-scroll" aria-label="Picture" tabindex={0}>
        <FlowPicture flow={flow} />
      </section>
      <h2 class="govuk-heading-m">The same in words</h2>
      <ScrollTable
        label="Where each page leads to"
        head={["Page or condition", "Questions", "Leads to"]}
        rows={flow.nodes.map((node) => [
          <Name node={node} frame={frame} />,
          node.questions === undefined ? "" : String(node.questions),
          <Ways node={node} ways={ways.get(node.id)} />,
        ])}
      />
    </DraftPage>
  );
}

function Name({ node, frame }: { node: FlowNode; frame: DraftFrame }) {
  const href = node.at && placeOfFinding({ at: node.at }, frame);
  const title = titleOf(node);
  return (
    <>
      {href ? (
        <a class="govuk-link" href={href}>
          {title}
        </a>
      ) : (
        title
      )}
      {!node.isReachable && <span class="console-under">Nobody gets here.</span>}
    </>
  );
}

function Ways({ node, ways = [] }: { node: FlowNode; ways: readonly string[] | undefined }) {
  if (node.kind === "exit") return <>The form ends here.</>;
  return (
    <ul class="govuk-list">
      {ways.map((way) => (
        <li>{way}</li>
      ))}
    </ul>
  );
}
