import type { ComponentType, ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

interface ButtonProps {
  readonly children: ReactNode;
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly type?: 'button' | 'submit';
  readonly isDisabled?: boolean;
  readonly title?: string | undefined;
  readonly onClick?: () => void;
  /** Whether focus begins here when a dialog opens. */
  readonly hasAutoFocus?: boolean;
}

/** A button with words on it. */
export const Button = ({
  children,
  kind = 'plain',
  type = 'button',
  isDisabled = false,
  title,
  onClick,
  hasAutoFocus = false,
}: ButtonProps) => (
  <button
    type={type}
    className={classNames(styles.button, kind === 'primary' && styles.primary, kind === 'quiet' && styles.quiet)}
    disabled={isDisabled}
    title={title}
    onClick={onClick}
    data-autofocus={hasAutoFocus ? '' : undefined}
  >
    {children}
  </button>
);

/** A link to a file to be kept, that looks like the buttons beside it. */
export const DownloadLink = ({
  href,
  name,
  children,
}: {
  readonly href: string;
  /** What the file will be called. */
  readonly name: string;
  readonly children: ReactNode;
}) => (
  <a className={classNames(styles.button, styles.link)} href={href} download={name}>
    {children}
  </a>
);

/** Icons come as components; any that draws with the current colour will do. */
export type Icon = ComponentType<{ readonly 'aria-hidden'?: boolean | 'true' | 'false' }>;

interface IconButtonProps {
  readonly icon: Icon;
  /** The button's name; shown in its tooltip too. */
  readonly label: string;
  /** The key that does the same, for the tooltip. */
  readonly keyHint?: string;
  readonly isPressed?: boolean | undefined;
  readonly isDisabled?: boolean;
  readonly tip?: 'middle' | 'start' | 'end';
  /** Absent where what it stands in listens for it. */
  readonly onClick?: () => void;
  readonly hasPopup?: 'menu' | 'dialog' | undefined;
  readonly isExpanded?: boolean | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly className?: string | undefined;
}

/** A button with an icon on it, its name and key in a tooltip. */
export const IconButton = ({
  icon: Glyph,
  label,
  keyHint = '',
  isPressed,
  isDisabled = false,
  tip = 'middle',
  onClick,
  hasPopup,
  isExpanded,
  buttonRef,
  className,
}: IconButtonProps) => (
  <button
    ref={buttonRef}
    type="button"
    className={classNames(styles.icon, tip === 'end' && styles.tipEnd, tip === 'start' && styles.tipStart, className)}
    aria-label={label}
    aria-pressed={isPressed}
    aria-haspopup={hasPopup}
    aria-expanded={isExpanded}
    data-tip={keyHint === '' ? label : `${label}  ${keyHint}`}
    disabled={isDisabled}
    onClick={onClick}
  >
    <Glyph aria-hidden="true" />
  </button>
);

interface IconLinkProps {
  readonly icon: Icon;
  readonly label: string;
  readonly keyHint: string;
  readonly href: string;
  readonly linkRef?: Ref<HTMLAnchorElement>;
}

/** A link out of Tearsheet that looks like the buttons beside it. */
export const IconLink = ({ icon: Glyph, label, keyHint, href, linkRef }: IconLinkProps) => (
  <a
    ref={linkRef}
    className={classNames(styles.icon, styles.tipEnd)}
    href={href}
    target="_blank"
    rel="noopener noreferrer"
    aria-label={label}
    data-tip={`${label}  ${keyHint}`}
  >
    <Glyph aria-hidden="true" />
  </a>
);
