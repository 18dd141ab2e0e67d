import type { Child } from "hono/jsx";
import type { DraftFrame } from "../ground/draft-frame.ts";

export interface FollowedProps {
  readonly frame: DraftFrame;
  readonly isUnderWay: boolean;
  /** How far it is, in a sentence. */
  readonly said: string;
  /** The address of this page. */
  readonly again: string;
  readonly children?: Child;
}

/** Something that goes on by itself: where scripts run it is shown as it happens, else there is a link to look again. */
export function Followed({ frame, isUnderWay, said, again, children }: FollowedProps) {
  return (
    <>
      <p class="govuk-visually-hidden" role="status" data-follow-said></p>
      <div data-follow={isUnderWay ? "on" : "ended"} data-follow-now={said}>
        {isUnderWay && (
          <p class="govuk-body">
            It is under way.{" "}
            <a class="govuk-link" href={again} data-without-script>
              Look again
            </a>
          </p>
        )}
        {children}
      </div>
      {isUnderWay && <script type="module" src={frame.look.assets.follow}></script>}
    </>
  );
}
