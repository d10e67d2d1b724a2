;;; rapporteur.el --- Drafts of United Nations resolutions, checked as they are written  -*- lexical-binding: t; -*-

;; Author: The Rapporteur developers
;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1") (eglot "1.9"))
;; Keywords: wp, tools, languages
;; URL: https://github.com/rapporteur/rapporteur
;; SPDX-License-Identifier: MIT OR Apache-2.0

;;; Commentary:

;; Starts `rapporteur lsp' through Eglot, and adds commands for what the server does beside the Language Server
;; Protocol:
;;
;;     (require 'rapporteur)
;;     (add-hook 'text-mode-hook #'rapporteur-ensure)
;;
;; With `resolution-mode-hook' instead, only *.resolution.md and *.res.md are checked.

;;; Code:

(require 'cl-lib)
(require 'eglot)
(require 'flymake)
(require 'jsonrpc)
(require 'project)
(require 'resolution-mode)

(declare-function markdown-view-mode "ext:markdown-mode")
(declare-function yas-expand-snippet "ext:yasnippet")

(defgroup rapporteur nil
  "Drafts of United Nations resolutions."
  :group 'text
  :link '(url-link "https://github.com/rapporteur/rapporteur"))

(defcustom rapporteur-program "rapporteur"
  "The server: a name to look for in variable `exec-path', or an absolute path."
  :type 'string)

(defcustom rapporteur-arguments '("lsp")
  "What the server is started with.
\(\"lsp\" \"--log\" \"/tmp/rapporteur.log\") writes down the session."
  :type '(repeat string))

(defconst rapporteur--languages
  '((resolution-mode :language-id "un-resolution")
    (markdown-mode :language-id "markdown")
    (gfm-mode :language-id "markdown")
    (text-mode :language-id "plaintext"))
  "The modes in which drafts are written, as `eglot-server-programs' has them.")

;; An empty object of JSON.
(defconst rapporteur--nothing (make-hash-table :size 1)
  "Parameters of a request that needs none.")

;;; The server

(defun rapporteur--missing ()
  "Say where the server was looked for, or nil where it is found."
  (unless (executable-find rapporteur-program)
    (format-message "There is no program `%s' %s.  Install it with `cargo install --locked --path server/rapporteur' in a copy of the repository, or set `rapporteur-program' to its path"
                    rapporteur-program
                    (if (file-name-absolute-p rapporteur-program) "that can be run" "on the `exec-path'"))))

(defun rapporteur--contact (&optional _interactive)
  "How the server is started, for `eglot-server-programs'."
  (let ((missing (rapporteur--missing)))
    (when missing
      (user-error "%s" missing)))
  (cons (executable-find rapporteur-program) rapporteur-arguments))

;; In a draft that is named as one, `eglot' starts the server too.
(add-to-list 'eglot-server-programs (cons (car rapporteur--languages) #'rapporteur--contact))

(defun rapporteur--prefer ()
  "Have Eglot start the server in this buffer, whatever else it knows for its mode."
  (rapporteur-mode)
  (let ((modes (if (assq major-mode rapporteur--languages)
                   rapporteur--languages
                 (cons (list major-mode) rapporteur--languages))))
    (setq-local eglot-server-programs
                (cons (cons modes #'rapporteur--contact) (default-value 'eglot-server-programs)))))

;;;###autoload
(defun rapporteur-ensure ()
  "Start the server in this buffer if it may hold a draft; for hooks of modes.
`text-mode-hook' is run in all modes that are derived from it, many of
which have other servers: only in `resolution-mode', `markdown-mode'
and `text-mode' themselves something happens."
  (when (and buffer-file-name (assq major-mode rapporteur--languages))
    (let ((missing (rapporteur--missing)))
      (if missing
          (display-warning 'rapporteur missing)
        (rapporteur--prefer)
        (eglot-ensure)))))

;;;###autoload
(defun rapporteur-start ()
  "Start the server in this buffer, whatever its mode."
  (interactive)
  (unless buffer-file-name
    (user-error "Save this buffer first: Eglot serves files only"))
  (rapporteur--prefer)
  (unless (eglot-managed-p)
    (call-interactively #'eglot)))

(defun rapporteur-restart ()
  "Restart the server, or start it where it does not run."
  (interactive)
  (let ((missing (rapporteur--missing)))
    (when missing
      (user-error "%s" missing)))
  (if (eglot-managed-p)
      (eglot-reconnect (rapporteur--server))
    (rapporteur-start)))

(defun rapporteur-show-log ()
  "Show what the editor and the server have said to each other."
  (interactive)
  (pop-to-buffer (jsonrpc-events-buffer (rapporteur--server))))

(defun rapporteur--server ()
  "The server of this buffer."
  (or (eglot-current-server)
      (user-error "Rapporteur does not run in this buffer: start it with `M-x rapporteur-start'")))

(defun rapporteur--request (method params)
  "What the server answers to METHOD with PARAMS, a request of its own."
  (condition-case failure
      (jsonrpc-request (rapporteur--server) method params :deferred method)
    (jsonrpc-error
     (user-error "The server of this buffer did not answer: %s"
                 (or (alist-get 'jsonrpc-error-message (cdr failure)) (error-message-string failure))))))

(defun rapporteur--document ()
  "This buffer, as the protocol names documents."
  (list :uri (if (fboundp 'eglot-path-to-uri)
                 (eglot-path-to-uri buffer-file-name)
               ;; Before Emacs 30.
               (with-suppressed-warnings ((obsolete eglot--path-to-uri))
                 (eglot--path-to-uri buffer-file-name)))))

;;; What is completed

(defvar rapporteur-mode-map
  (let ((map (make-sparse-keymap)))
    ;; In place of `ispell-complete-word', as `text-mode' of Emacs 29 and before has it.
    (define-key map (kbd "C-M-i") #'completion-at-point)
    map)
  "Keymap of `rapporteur-mode'.")

(define-minor-mode rapporteur-mode
  "What the server needs of a buffer beside Eglot.
It is on where `rapporteur-ensure' or `rapporteur-start' starts the server."
  :lighter nil
  (when rapporteur-mode
    ;; What is half typed is completed as a whole: 65/2, not what stands behind the stroke.
    (let ((table (make-syntax-table (syntax-table))))
      (modify-syntax-entry ?/ "_" table)
      (set-syntax-table table))
    (setq-local completion-category-overrides
                (cons '(eglot (styles rapporteur)) completion-category-overrides))))

;; A resolution that is found by a word of its title does not begin with that word. The styles that Eglot had before
;; Emacs 30 fail on such a choice; this one leaves it to the server what fits.
(add-to-list 'completion-styles-alist
             '(rapporteur rapporteur--complete rapporteur--choices "What the server offers."))

(defun rapporteur--choices (string table predicate _point)
  "Return what is in TABLE for STRING and PREDICATE."
  (all-completions string table predicate))

(defun rapporteur--complete (string table predicate point)
  "Complete STRING by the only choice in TABLE for it and PREDICATE.
Where there are several, it stays, with POINT, as it is."
  (let ((choices (rapporteur--choices string table predicate point)))
    (cond ((null choices) nil)
          ((cdr choices) (cons string point))
          ((equal string (car choices)) t)
          (t (cons (car choices) (length (car choices)))))))

;;; The folder of a project

(defun rapporteur--project (folder)
  "The project of a draft in FOLDER: where the nearest rapporteur.toml is."
  (when (and (bound-and-true-p eglot-lsp-context) (assq major-mode rapporteur--languages))
    (let ((root (locate-dominating-file folder "rapporteur.toml")))
      (and root (cons 'rapporteur (expand-file-name root))))))

(cl-defmethod project-root ((project (head rapporteur)))
  "The folder of PROJECT."
  (cdr project))

(add-hook 'project-find-functions #'rapporteur--project)

;;; What is done to a draft

(defun rapporteur--act (kind nothing)
  "Do the code action of KIND for the whole draft; say NOTHING where there is none."
  (rapporteur--server)
  (save-restriction
    (widen)
    (if (seq-empty-p (eglot-code-actions (point-min) (point-max) kind))
        (message "%s" nothing)
      (eglot-code-actions (point-min) (point-max) kind t))))

(defun rapporteur-fix-all ()
  "Apply all safe fixes."
  (interactive)
  (rapporteur--act "source.fixAll.rapporteur" "Nothing here has a safe fix"))

(defun rapporteur-renumber-paragraphs ()
  "Number the paragraphs anew, with all that refers to them."
  (interactive)
  (rapporteur--act "source.renumberParagraphs.rapporteur" "The paragraphs are numbered as they should be"))

(defun rapporteur-renumber-footnotes ()
  "Number the notes anew, in the order in which they are called."
  (interactive)
  (rapporteur--act "source.renumberFootnotes.rapporteur" "The notes are numbered as they should be"))

(defun rapporteur-italicise-verbs ()
  "Italicise the verbs that open paragraphs."
  (interactive)
  (rapporteur--act "source.italiciseVerbs.rapporteur" "The verbs are in italics as they should be"))

;;; What is put into a draft

(defun rapporteur-insert-resolution (query)
  "Insert the citation of a resolution.
QUERY is its number, or words of its title."
  (interactive (list (read-string "Resolution (number or words of its title): ")))
  (let* ((found (rapporteur--request :rapporteur/search
                                     (list :query query :textDocument (rapporteur--document))))
         (citations (mapcar (lambda (resolution)
                              (cons (rapporteur--line resolution) (plist-get resolution :citation)))
                            found)))
    (unless citations
      (user-error "No resolution is known by “%s”" query))
    (insert (rapporteur--choose "Resolution: " citations))))

(defun rapporteur--line (resolution)
  "A line to choose RESOLUTION by."
  (string-join (delq nil (list (plist-get resolution :symbol)
                               (plist-get resolution :date)
                               (plist-get resolution :title)))
               "  "))

(defun rapporteur--choose (prompt choices &optional default)
  "Let the user choose one of CHOICES; return its value.
CHOICES are pairs of a text and a value.
PROMPT and DEFAULT are those of `completing-read'.  What is the only
choice is taken; the order of CHOICES is kept."
  (if (cdr choices)
      (let* ((completion-ignore-case t)
             (texts (mapcar #'car choices))
             (table (lambda (string predicate action)
                      (if (eq action 'metadata)
                          '(metadata (display-sort-function . identity))
                        (complete-with-action action texts string predicate)))))
        (cdr (assoc (completing-read prompt table nil t nil nil (or default (car texts))) choices)))
    (cdar choices)))

;;;###autoload
(defun rapporteur-new-draft (file)
  "Begin a draft in FILE, from one of the server's templates."
  (interactive (list (read-file-name "New draft: " nil nil nil "draft.resolution.md")))
  (when (file-exists-p file)
    (user-error "%s exists already" file))
  (find-file file)
  (unless (eglot-managed-p)
    (rapporteur-start))
  (let* ((templates (rapporteur--request :rapporteur/templates rapporteur--nothing))
         (choices (mapcar (lambda (template)
                            (cons (format "%s (%s)" (plist-get template :title) (plist-get template :language))
                                  (plist-get template :text)))
                          templates)))
    (rapporteur--insert-snippet (rapporteur--choose "Template: " choices))))

(defun rapporteur--insert-snippet (snippet)
  "Insert SNIPPET, as the protocol writes them.
Where YASnippet is on, its places are then filled in one by one."
  (if (bound-and-true-p yas-minor-mode)
      (yas-expand-snippet snippet)
    (let ((start (point)))
      (insert (rapporteur--plain snippet))
      (goto-char start))))

(defconst rapporteur--place
  (rx "$" (or (+ digit)
              (seq "{" (+ digit) "}")
              (seq "{" (+ digit) ":" (group (* (or (not (any "$}\\")) (seq "\\" anything)))) "}")
              (seq "{" (+ digit) "|" (group (* (not (any ",|")))) (* (not (any "|"))) "|}")))
  "A place of a snippet with no other within it.")

(defun rapporteur--plain (snippet)
  "SNIPPET with its places filled by what stands in them."
  (with-temp-buffer
    (insert snippet)
    ;; From the inside to the outside, since a place may hold others.
    (while (rapporteur--next-place)
      (replace-match (or (match-string 1) (match-string 2) "") t t))
    (goto-char (point-min))
    (while (re-search-forward "\\\\\\([$}\\]\\)" nil t)
      (replace-match "\\1"))
    (buffer-string)))

(defun rapporteur--next-place ()
  "Find the first place of a snippet, in this buffer, with no other within it."
  (goto-char (point-min))
  (let (found)
    (while (and (not found) (re-search-forward "[$\\]" nil t))
      (goto-char (match-beginning 0))
      (cond ((eq (char-after) ?\\) (forward-char 2))
            ((looking-at rapporteur--place) (setq found t))
            (t (forward-char))))
    found))

;;; What a rule asks for

(defun rapporteur-explain-rule (name)
  "Show what the rule NAME asks for.
Interactively, the rule of a finding at point is the default."
  (interactive (list nil))
  (let* ((rules (append (rapporteur--request :rapporteur/rules rapporteur--nothing) nil))
         (choices (mapcar (lambda (rule) (cons (plist-get rule :name) (plist-get rule :markdown))) rules))
         (text (if name
                   (cdr (assoc name choices))
                 (rapporteur--choose "Rule: " choices (rapporteur--rule-at-point)))))
    (unless text
      (user-error "There is no rule `%s'" name))
    (pop-to-buffer "*Rapporteur rule*")
    (let ((inhibit-read-only t))
      (erase-buffer)
      (insert text)
      (goto-char (point-min)))
    (if (fboundp 'markdown-view-mode)
        (markdown-view-mode)
      (text-mode)
      (view-mode))))

(defun rapporteur--rule-at-point ()
  "The name of the rule of a finding at point, or else in this line."
  (cl-some (lambda (diagnostic)
             (plist-get (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic)) :code))
           (append (flymake-diagnostics (point))
                   (flymake-diagnostics (line-beginning-position) (line-end-position)))))

(easy-menu-define nil (list resolution-mode-map rapporteur-mode-map) "Menu of drafts."
  '("Rapporteur"
    ["Fix All" rapporteur-fix-all (eglot-managed-p)]
    ["Number Paragraphs Anew" rapporteur-renumber-paragraphs (eglot-managed-p)]
    ["Number Notes Anew" rapporteur-renumber-footnotes (eglot-managed-p)]
    ["Italicise Verbs" rapporteur-italicise-verbs (eglot-managed-p)]
    "--"
    ["Insert a Resolution…" rapporteur-insert-resolution (eglot-managed-p)]
    ["Explain a Rule…" rapporteur-explain-rule (eglot-managed-p)]
    ["New Draft…" rapporteur-new-draft]
    "--"
    ["Show the Log" rapporteur-show-log (eglot-managed-p)]
    ["Restart the Server" rapporteur-restart]))

(provide 'rapporteur)
;;; rapporteur.el ends here
