import { type ComponentProps, useId } from 'react';
import { classNames } from './class-names.ts';
import forms from './form.module.css';
import sections from './sections.module.css';

interface Props extends Omit<ComponentProps<'input'>, 'id' | 'type' | 'className'> {
  readonly label: string;
}

/** A figure that can be set, beside its name. */
export function NumberField({ label, ...field }: Props) {
  const id = useId();
  return (
    <div className={sections.row}>
      <label className={sections.name} htmlFor={id}>
        {label}
      </label>
      <div className={classNames(forms.inRow, forms.number)}>
        <input {...field} id={id} className={forms.field} type="number" />
      </div>
    </div>
  );
}
