;;; emacs.el --- What a person does in Emacs with the sample product  -*- lexical-binding: t -*-
;; Each check is told as a line of JSON.
(require 'cl-lib)
(require 'json)
(require 'flymake)
(require 'xref)

(defvar iec62443-test-results (getenv "TEST_RESULTS"))

(defconst iec62443-test-hangs 60
  "No answer takes a tenth of it: what has not come by then does not come.  In seconds.")

(defun iec62443-test-check (title try)
  (let ((fault (condition-case problem (progn (funcall try) nil) (error (error-message-string problem)))))
    (write-region
     (concat (json-encode (if fault `((title . ,title) (fault . ,fault)) `((title . ,title)))) "\n")
     nil iec62443-test-results 'append 'quiet)))

(defun iec62443-test-eventually (what holds)
  "Wait until HOLDS is true, as the command loop waits between commands."
  (let ((late (+ (float-time) iec62443-test-hangs)) (value nil))
    (while (not (setq value (funcall holds)))
      (when (> (float-time) late) (error "Never: %s" what))
      (run-hooks 'post-command-hook)
      (accept-process-output nil 0.05))
    value))

(defun iec62443-test-type (text)
  "Make TEXT the first line and put the cursor on its last character."
  (goto-char (point-min))
  (delete-region (point) (line-end-position))
  (insert text)
  ;; Without a person nothing is ever idle, which is when changes are sent.
  (eglot--signal-textDocument/didChange)
  (backward-char))

(defun iec62443-test-first-line ()
  (buffer-substring-no-properties (point-min) (save-excursion (goto-char (point-min)) (line-end-position))))

(defun iec62443-test-findings ()
  "The findings of the first line."
  (cl-remove-if-not (lambda (it) (= 1 (line-number-at-pos (flymake-diagnostic-beg it))))
                    (flymake-diagnostics)))

(defun iec62443-test-finding (words)
  "The finding of the first line whose text holds WORDS."
  (cl-find-if (lambda (it) (string-match-p (regexp-quote words) (flymake-diagnostic-text it)))
              (iec62443-test-findings)))

(defun iec62443-test-hover ()
  "What eldoc shows at point."
  (let (shown)
    (run-hook-with-args 'eldoc-documentation-functions
                        (lambda (text &rest _) (when (stringp text) (push text shown))))
    (iec62443-test-eventually "a documentation" (lambda () shown))
    (string-join shown "\n")))

(defun iec62443-test-places (items)
  (mapcar (lambda (it)
            (let ((place (xref-item-location it)))
              (format "%s:%s" (file-name-nondirectory (xref-location-group place)) (xref-location-line place))))
          items))

(defun iec62443-test-all ()
  (find-file (pop command-line-args-left))
  (insert "\n")
  (let ((buffer (current-buffer)))
    (iec62443-test-check "the server attaches to a file of the product"
     (lambda () (iec62443-test-eventually "a server" #'eglot-managed-p)))
    ;; Until it is killed.
    (when (getenv "TEST_STAYS") (sleep-for iec62443-test-hangs))
    (iec62443-test-check "a wrong annotation that is typed has a finding"
     (lambda ()
       (iec62443-test-type "// @iec62443 CR 9.9")
       (iec62443-test-eventually "a finding" (lambda () (iec62443-test-finding "CR 9.9")))))
    (iec62443-test-check "the finding goes when the annotation is corrected"
     (lambda ()
       (unless (iec62443-test-finding "CR 9.9") (error "There was none"))
       (iec62443-test-type "// @iec62443 CR 1.5")
       (iec62443-test-eventually "no finding" (lambda () (not (iec62443-test-finding "CR 9.9"))))))
    (iec62443-test-check "hover tells what CR 1.5 is"
     (lambda ()
       (let ((shown (iec62443-test-hover)))
         (unless (string-match-p "Authenticator management" shown) (error "Shown: %s" shown)))))
    (iec62443-test-check "completion offers ids in a comment"
     (lambda ()
       (iec62443-test-type "// @iec62443 CR 1.")
       (end-of-line)
       (let* ((capf (run-hook-with-args-until-success 'completion-at-point-functions))
              (offered (all-completions "" (nth 2 capf))))
         (unless (member "CR 1.5" (mapcar #'substring-no-properties offered))
           (error "Offered: %s" offered)))))
    (iec62443-test-check "references lead to the claims of CR 1.7, also in files that are not open"
     (lambda ()
       (iec62443-test-type "// @iec62443 CR 1.7")
       (iec62443-test-eventually "the test of the password"
        (lambda ()
          (cl-some (lambda (it) (string-prefix-p "test_password.cpp:" it))
                   (iec62443-test-places (xref-backend-references 'eglot "LSP identifier at point.")))))))
    (iec62443-test-check "definition leads to the statement in the project file"
     (lambda ()
       (iec62443-test-type "// @iec62443 CR 5.1")
       (let ((places (iec62443-test-places (xref-backend-definitions 'eglot "LSP identifier at point."))))
         (unless (string-prefix-p "iec62443.yaml:" (or (car places) "")) (error "Led to: %s" places)))))
    (iec62443-test-check "the settings of the page are heard"
     (lambda ()
       (iec62443-test-type "// @iec62443 cr1.7")
       (iec62443-test-eventually "noncanonical-reference as a warning"
        (lambda ()
          (let ((found (iec62443-test-finding "Write @iec62443 CR 1.7")))
            (and found (eq (flymake-diagnostic-type found) 'eglot-warning)))))))
    (iec62443-test-check "a code action writes the id in the canonical way"
     (lambda ()
       (unless (iec62443-test-finding "Write @iec62443 CR 1.7") (error "There is nothing to normalise"))
       (let ((offered nil) (last-nonmenu-event t))
         (cl-letf (((symbol-function 'completing-read)
                    (lambda (_ choices &rest _)
                      (setq offered (all-completions "" choices))
                      "Write @iec62443 CR 1.7")))
           (call-interactively #'eglot-code-actions))
         (unless (equal (iec62443-test-first-line) "// @iec62443 CR 1.7")
           (error "%s, offered: %s" (iec62443-test-first-line) offered)))))
    (iec62443-test-check "the command of the page writes a Statement of Applicability"
     (lambda ()
       (with-current-buffer buffer
         (load (getenv "TEST_COMMANDS") nil t t)
         (let ((written (with-temp-buffer (insert-file-contents "iec62443-soa.md") (buffer-string))))
           (unless (string-prefix-p "# Statement of Applicability\n\n## PLC 300\n" written)
             (error "Written: %s" (substring written 0 200)))))))
    (with-current-buffer buffer (set-buffer-modified-p nil))))
;;; emacs.el ends here
