import { type ControlProps, ControlFrame, tied } from './control'

export type FileFieldProps = Omit<ControlProps, 'width'> & { accept?: string; multiple?: boolean }

/** The form around it needs encType="multipart/form-data". */
export const FileField = ({ name, id = name, label, hint, error, mark, pageHeading, accept, multiple, required }: FileFieldProps) => (
  <ControlFrame id={id} label={label} hint={hint} error={error} mark={mark} pageHeading={pageHeading}>
    <input
      {...tied(id, hint, error)}
      className="input is-file"
      id={id}
      name={name}
      type="file"
      accept={accept}
      multiple={multiple}
      required={required}
    />
  </ControlFrame>
)
