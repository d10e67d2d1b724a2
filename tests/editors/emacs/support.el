;;; support.el --- Drafts in a session with the real server  -*- lexical-binding: t; -*-

;;; Code:

(require 'ert)
(require 'cl-lib)

(defconst support-repository (expand-file-name "../../../" (file-name-directory (or load-file-name buffer-file-name)))
  "The copy of the repository that is tested.")

(defvar support-patience 30
  "Seconds after which what has not come is taken not to come.")

(defun support-wait (what condition)
  "Wait until CONDITION returns something, and return it; WHAT says what it is."
  (let ((end (+ (float-time) support-patience))
        seen)
    (while (not (or (setq seen (funcall condition)) (> (float-time) end)))
      (accept-process-output nil 0.05))
    (unless seen
      (ert-fail (format "did not come: %s" what)))
    seen))

(defun support-sample (name)
  "The text of the sample draft NAME."
  (with-temp-buffer
    (insert-file-contents (expand-file-name (concat "tests/drafts/" name) support-repository))
    (buffer-string)))

(defmacro support-with-draft (name text &rest body)
  "Run BODY in a file NAME with TEXT, in a folder of its own, once the server has checked it."
  (declare (indent 2))
  `(support-with-file ,name ,text
     (lambda ()
       (support--attach)
       ,@body)))

(defun support-with-file (name text body)
  "Run BODY in a file NAME with TEXT, and end all sessions in its folder afterwards."
  (declare (indent 2))
  (let* ((folder (file-name-as-directory (file-truename (make-temp-file "rapporteur" t))))
         (file (expand-file-name name folder)))
    (unwind-protect
        (save-window-excursion
          (with-temp-file file (insert text))
          (find-file file)
          (funcall body))
      (dolist (buffer (cl-remove-if-not #'buffer-file-name (buffer-list)))
        (with-current-buffer buffer
          (when (file-in-directory-p buffer-file-name folder)
            (when (and (fboundp 'eglot-current-server) (eglot-current-server))
              (eglot-shutdown (eglot-current-server)))
            (set-buffer-modified-p nil)
            (kill-buffer))))
      (delete-directory folder t))))

(defun support--attach ()
  "Let what waits for the next command happen, and wait for the server."
  (run-hooks 'post-command-hook)
  (support-wait "a session" #'eglot-managed-p)
  (flymake-start))

(defun support-findings (&optional rule)
  "What is found in this buffer, by RULE if it is given: lists (RULE TEXT), where TEXT is what is underlined."
  (cl-loop for found in (flymake-diagnostics)
           for code = (plist-get (alist-get 'eglot-lsp-diag (flymake-diagnostic-data found)) :code)
           when (or (null rule) (equal rule code))
           collect (list code (buffer-substring-no-properties (flymake-diagnostic-beg found)
                                                              (flymake-diagnostic-end found)))))

(defun support-found (rule text)
  "Wait until RULE finds something, which is TEXT once and nothing else."
  (let ((found (support-wait rule (lambda () (support-findings rule)))))
    (should (equal found (list (list rule text))))))

(defun support-gone (rule)
  "Wait until RULE finds nothing any more."
  (support-wait (concat rule " is gone")
                (lambda ()
                  (eglot--signal-textDocument/didChange)
                  (not (support-findings rule)))))

(defun support-log ()
  "What Emacs and the server have said to each other."
  (with-current-buffer (jsonrpc-events-buffer (eglot-current-server))
    (buffer-string)))

(defun support-go (words)
  "Put point on the first of WORDS."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(defun support-has (words)
  "Fail where WORDS are not in this buffer."
  (should (string-match-p (regexp-quote words) (buffer-string))))

(defmacro support-answering (answers &rest body)
  "Run BODY while a user gives ANSWERS, one after the other, in the minibuffer.
An answer to `completing-read' is a part of the choice."
  (declare (indent 1))
  `(let ((answers ,answers))
     (cl-letf ((last-nonmenu-event ?x) ; not the mouse, which would open a menu
               ((symbol-function 'read-string) (lambda (&rest _) (pop answers)))
               ((symbol-function 'completing-read)
                (lambda (_prompt table &rest _)
                  (let ((part (pop answers)))
                    (or (cl-find part (all-completions "" table) :test #'string-search)
                        (ert-fail (format "no choice has %s: %S" part (all-completions "" table))))))))
       ,@body)))

(provide 'support)
;;; support.el ends here
