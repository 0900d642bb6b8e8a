import { Button } from '../../ui/button.tsx';

interface Props {
  readonly onFiles: () => void;
  readonly onSamples: () => void;
}

/** What an empty library offers. */
export const ImportButtons = ({ onFiles, onSamples }: Props) => (
  <>
    <Button kind="primary" onClick={onFiles}>
      Import files
    </Button>
    <Button kind="quiet" onClick={onSamples}>
      Try it with samples
    </Button>
  </>
);
