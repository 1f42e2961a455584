import type { CivilDate } from '../../catalogue/civil-date.ts';
import { type Stage, stages } from '../../catalogue/events.ts';
import { field } from '../body/field.ts';
import { optional } from '../body/kind.ts';
import { part } from '../body/part.ts';
import { day, someOf, whole } from '../body/values.ts';
import {
  DocumentBody,
  FactBody,
  forms,
  type Forms,
  LineBody,
  lines,
  reason,
} from './shared-bodies.ts';

/** A document of any stage. */
export class StageBody extends FactBody {
  @field(part(DocumentBody)) document!: DocumentBody;
  @field(optional(part(DocumentBody))) follows?: DocumentBody;
  @field(optional(someOf(stages, 'Las otras etapas que trae el mismo documento.')))
  also?: readonly Stage[];
  @field(lines) lines!: readonly LineBody[];
  @field(optional(forms)) forms?: Forms;
}

export class ReverseEntryBody extends FactBody {
  @field(whole(0, 999_999_999_999, 'El registro que se revierte.')) reverses!: number;
  /** left out: all that is left of the entry */
  @field(optional(lines)) lines?: readonly LineBody[];
  @field(reason) reason!: string;
  @field(optional(forms)) forms?: Forms;
}

export class CorrectExecutionBody {
  @field(day) corte!: CivilDate;
  @field(lines) lines!: readonly LineBody[];
  @field(reason) reason!: string;
}
