import { BASE } from "./style/base.ts";
import { ITEMS } from "./style/items.ts";
import { PAPER } from "./style/paper.ts";
import { SUMMARY } from "./style/summary.ts";
import { TABLES } from "./style/tables.ts";

/** The one style sheet of the page. */
export const STYLE: string = [BASE, SUMMARY, TABLES, ITEMS, PAPER].join("");
