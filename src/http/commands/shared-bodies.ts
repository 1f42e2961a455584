import type { Amount } from '../../catalogue/amount.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { ObjectCode, Source } from '../../catalogue/codes.ts';
import type { BackingDocument, Instrument } from '../../catalogue/events.ts';
import { Failure } from '../../catalogue/failure.ts';
import type { CommandLine } from '../../bus/messages.ts';
import { field } from '../body/field.ts';
import { nullable, optional } from '../body/kind.ts';
import { as, list, part } from '../body/part.ts';
import { activity, day, fuente, money, object, text, whole, yes } from '../body/values.ts';

/** More is a form, and forms are imported. */
const linesMax = 5_000;

export const reason = text(2_000, 'Por qué.');
export const identification = text(120, 'Una identificación.');
const dimension = optional(text(60, 'Otra dimensión de la línea.'));

/** Facts count from a day that whoever records them says. */
export class FactBody {
  @field(day) effectiveOn!: CivilDate;
}

export class AttributesBody {
  @field(dimension) programme?: string;
  @field(dimension) unit?: string;
  @field(dimension) organism?: string;
  @field(dimension) project?: string;
}

/** null is what is not distributed, without group or without source: it has to be said. */
export class LineBody implements CommandLine {
  @field(nullable(activity)) activity!: string | null;
  @field(nullable(object)) object!: ObjectCode | null;
  @field(nullable(fuente)) source!: Source | null;
  @field(money) amount!: Amount;
  @field(optional(part(AttributesBody))) attributes?: AttributesBody;
}

export const lines = list(LineBody, linesMax);

export class InstrumentBody implements Instrument {
  @field(text(60, 'Ley, decreto, resolución …')) kind!: string;
  @field(text(60, 'Su número.')) number!: string;
  @field(day) date!: CivilDate;
}

export class AuthorisationBody extends InstrumentBody {
  @field(reason) reason!: string;
}

export class DocumentBody implements BackingDocument {
  @field(text(60, 'Clase del documento, como C31.')) kind!: string;
  @field(text(60, 'Su número.')) number!: string;
  @field(whole(1, 999_999_999, 'Su secuencia: un pago parcial tiene la suya.')) sequence!: number;
}

class FormsBody {
  @field(optional(yes('Los formularios de corte posterior ya lo incluyen.'))) within?: true;
  @field(optional(nullable(day))) beyond?: CivilDate | null;
}

/** Whether the forms of a later corte contain an entry or lack it; one of the two. */
export const forms = as(part(FormsBody), ({ within, beyond }) => {
  if (within !== undefined && beyond === undefined) return { within } as const;
  if (within === undefined && beyond !== undefined) return { beyond };
  throw new Failure('INVALID_COMMAND', { problem: 'se espera within o beyond, uno de los dos' });
});

export type Forms = ReturnType<typeof forms.read>;
