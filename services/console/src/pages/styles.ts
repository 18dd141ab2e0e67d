import { chasingStyles } from "../builder/chasing/styles.ts";
import { questionPageStyles } from "../builder/questions/styles.ts";
import { tryingStyles } from "../builder/trying/styles.ts";
import { caseworkStyles } from "../casework/styles.ts";
import { builderStyles } from "./builder-styles.ts";
import { messageStyles } from "./message-styles.ts";

/** The few rules that the console has besides the design kit's. */
export const consoleStyles = `
.console-bar{display:flex;flex-wrap:wrap;gap:5px 20px;align-items:baseline;justify-content:space-between;padding:10px 0;
border-bottom:1px solid var(--govuk-border-colour)}
.console-bar p{margin:0}
.console-bar form{margin:0}
.console-bar ul{display:flex;flex-wrap:wrap;gap:5px 20px;align-items:baseline;margin:0;padding:0;list-style:none}
@media (max-width:40.05em){.console-at-desk{display:none}}
.console-key{padding:2px 8px;border:1px solid var(--govuk-border-colour);border-radius:4px;
background:var(--govuk-surface-background-colour);font-family:ui-monospace,monospace}
.console-room ul{display:flex;flex-wrap:wrap;gap:0 20px;margin:0;padding:0;list-style:none;
border-bottom:1px solid var(--govuk-border-colour)}
.console-room a{display:block;padding:10px 0;text-decoration:none}
.console-room a:hover{text-decoration:underline}
.console-room a[aria-current]{margin-bottom:-1px;border-bottom:4px solid var(--govuk-link-colour);
color:var(--govuk-text-colour);font-weight:bold}
.console-link{margin:0;padding:0;border:0;background:none;color:var(--govuk-link-colour);font:inherit;
text-decoration:underline;text-underline-offset:.1578em;cursor:pointer}
.console-link:hover{color:var(--govuk-link-hover-colour)}
.console-link:focus{outline:3px solid transparent;color:var(--govuk-focus-text-colour);
background-color:var(--govuk-focus-colour);box-shadow:0 -2px var(--govuk-focus-colour),0 4px var(--govuk-focus-text-colour);
text-decoration:none}
.console-cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17em,100%),1fr));gap:20px;margin:0 0 30px;
padding:0;list-style:none}
.console-cards>li{padding:20px;border:1px solid var(--govuk-surface-border-colour);border-radius:4px}
.console-cards p{margin:5px 0 0}
.console-cards .govuk-tag{max-width:none;margin-top:5px}
.console-brand{max-width:480px;margin:0 0 20px}
.console-logo{display:block;max-width:240px;max-height:120px;margin-bottom:15px}
.console-scroll{position:relative;overflow-x:auto}
.console-wide{min-width:40em}
.console-scroll .govuk-table__cell,.console-scroll .govuk-table__header{overflow-wrap:break-word}
.console-scroll .govuk-tag{max-width:none;white-space:nowrap}
.console-secret,.console-code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
.console-secret{margin:0 0 20px;padding:15px;border:1px solid var(--govuk-border-colour);
background:var(--govuk-surface-background-colour);font-size:1rem;line-height:1.4;white-space:pre-wrap}
.console-code{font-size:.9em}
.console-chart{margin-bottom:30px}
.console-bars{display:block;width:100%;height:160px;border-bottom:1px solid var(--govuk-border-colour)}
.console-axis{display:flex;flex-wrap:wrap;gap:5px 20px;justify-content:space-between;margin:5px 0 10px}
.console-legend{display:flex;flex-wrap:wrap;gap:5px 20px;margin:0 0 15px;padding:0;list-style:none}
.console-legend>li::before{content:"";display:inline-block;width:12px;height:12px;margin-right:6px;
background:currentcolor;forced-color-adjust:none}
.console-bar--ok{fill:#00703c}.console-legend--ok::before{color:#00703c}
.console-bar--refused{fill:#f0b429;stroke:#7a5600;stroke-width:1;vector-effect:non-scaling-stroke}
.console-legend--refused::before{color:#f0b429;outline:1px solid #7a5600}
.console-bar--failed{fill:#b01c1c}.console-legend--failed::before{color:#b01c1c}
@media (forced-colors:active){
.console-bar--ok,.console-bar--refused,.console-bar--failed{stroke:CanvasText;stroke-width:1;vector-effect:non-scaling-stroke}
.console-bar--ok{fill:CanvasText}.console-bar--refused{fill:Canvas}.console-bar--failed{fill:Highlight}
.console-legend>li::before{outline:1px solid CanvasText}
.console-legend--ok::before{color:CanvasText}.console-legend--refused::before{color:Canvas}
.console-legend--failed::before{color:Highlight}
.console-lane-line{stroke:CanvasText}}
.console-attempts{margin:0 0 20px;padding:0;list-style:none}
.console-attempts>li{margin:0 0 15px;padding-left:15px;border-left:4px solid var(--govuk-border-colour)}
.console-files>li{display:flex;flex-wrap:wrap;gap:5px 20px;padding:10px 0;border-bottom:1px solid var(--govuk-border-colour);
overflow-wrap:anywhere}
.console-files>li>div{flex:1 1 12em}
.console-files .govuk-body{margin:0 0 5px}
.console-files img{flex:0 0 auto;max-width:120px;max-height:120px}
.console-lane{margin-bottom:20px}
.console-lane-row{display:flex;flex-wrap:wrap;gap:0 20px;align-items:center}
.console-lane-row>span{flex:0 0 12em}
.console-lane-drawn{display:block;flex:1 1 12em;min-width:0;height:40px}
.console-lane-line{stroke:var(--govuk-border-colour);stroke-width:2}
.console-progress{width:100%;height:20px;accent-color:#00703c}
.console-measure{display:block;width:100px;height:8px;margin-top:4px}
.console-under{display:block;color:var(--govuk-secondary-text-colour)}
.console-filters{display:flex;flex-wrap:wrap;gap:15px;align-items:flex-end;margin-bottom:30px}
.console-filters .govuk-form-group,.console-filters .govuk-button{margin:0}
.console-filters .govuk-form-group{max-width:100%}
.console-filters .govuk-select{max-width:100%}
.console-actions{display:flex;flex-wrap:wrap;gap:15px;align-items:center;margin-bottom:30px}
.console-actions form{display:flex}
.console-actions .govuk-button,.console-actions .govuk-body{margin-bottom:0}
@media (max-width:40.05em){.console-actions>form{display:block;flex:1 1 100%}}
.govuk-summary-list__value,.govuk-body,.govuk-heading-l{overflow-wrap:anywhere}
${builderStyles}${messageStyles}${caseworkStyles}${chasingStyles}${tryingStyles}${questionPageStyles}`;
