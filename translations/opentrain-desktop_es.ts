<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>BubbleLayout</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Mostrarlo entero</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Mensajes nuevos</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>--screenshot needs the name of a page and a file.</source>
        <translation>--screenshot necesita el nombre de una página y un archivo.</translation>
    </message>
    <message>
        <source>--size takes a width and a height such as 1280x800.</source>
        <translation>--size necesita un ancho y un alto, como 1280x800.</translation>
    </message>
    <message>
        <source>Keep everything in this directory.</source>
        <translation>Guardar todo en este directorio.</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>DIR</translation>
    </message>
    <message>
        <source>Talk to the server at this address.</source>
        <translation>Hablar con el servidor de esta dirección.</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Sign in with the token in this file, which only its owner may read.</source>
        <translation>Iniciar sesión con el token de este archivo, que solo su propietario puede leer.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ARCHIVO</translation>
    </message>
    <message>
        <source>Open the vault with the passphrase in this file instead of asking for it.</source>
        <translation>Abrir el almacén con la frase de contraseña de este archivo en lugar de pedirla.</translation>
    </message>
    <message>
        <source>Colours: light, dark or system.</source>
        <translation>Colores: light (claro), dark (oscuro) o system (los del sistema).</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>Language of the program, such as en or es.</source>
        <translation>Idioma del programa, como en o es.</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>CÓDIGO</translation>
    </message>
    <message>
        <source>Size of the window, such as 1280x800.</source>
        <translation>Tamaño de la ventana, como 1280x800.</translation>
    </message>
    <message>
        <source>WxH</source>
        <translation>ANCHOxALTO</translation>
    </message>
    <message>
        <source>Sync, print what is on this device by record type, and end. The exit status is 0 only if all of it worked.</source>
        <translation>Sincronizar, mostrar lo que hay en este dispositivo por tipo de registro y terminar. El estado de salida es 0 solo si todo ha funcionado.</translation>
    </message>
    <message>
        <source>Write a picture of a page to FILE (PNG); may be given several times.</source>
        <translation>Guardar una imagen de una página en ARCHIVO (PNG); se puede repetir.</translation>
    </message>
    <message>
        <source>PAGE FILE</source>
        <translation>PÁGINA ARCHIVO</translation>
    </message>
    <message>
        <source>Print the names of the pages, one a line.</source>
        <translation>Mostrar los nombres de las páginas, uno por línea.</translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation>Mostrar este texto.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Mostrar la versión.</translation>
    </message>
    <message>
        <source>Print the state of the profile as JSON and end.</source>
        <translation>Mostrar el estado del perfil en JSON y terminar.</translation>
    </message>
    <message>
        <source>--theme is light, dark or system.</source>
        <translation>--theme es light, dark o system.</translation>
    </message>
    <message>
        <source>Desktop client for the OpenTrain AI marketplace: offline first and encrypted.</source>
        <translation>Cliente de escritorio para el mercado de OpenTrain AI: funciona sin conexión y cifrado.</translation>
    </message>
    <message>
        <source>Unknown command: %1. See --help.</source>
        <translation>Orden desconocida: %1. Consulta --help.</translation>
    </message>
    <message>
        <source>Open this account of the profile, by its number in the list, instead of the one used last.</source>
        <translation>Abrir esta cuenta del perfil, por su número en la lista, en lugar de la última usada.</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>NÚMERO</translation>
    </message>
    <message>
        <source>Open a backup or the vault with the recovery code in this file.</source>
        <translation>Abrir una copia de seguridad o el almacén con el código de recuperación de este archivo.</translation>
    </message>
    <message>
        <source>Write a backup even if only this computer&apos;s keychain can open it.</source>
        <translation>Escribir una copia de seguridad aunque solo pueda abrirla el llavero de este equipo.</translation>
    </message>
    <message>
        <source>Look at every page of the vault, print what was found as JSON and end.</source>
        <translation>Revisar todas las páginas del almacén, mostrar el resultado como JSON y terminar.</translation>
    </message>
    <message>
        <source>Write the vault into one encrypted file and end.</source>
        <translation>Escribir el almacén en un único archivo cifrado y terminar.</translation>
    </message>
    <message>
        <source>Put the vault of a backup in place of this profile&apos;s and end.</source>
        <translation>Poner el almacén de una copia de seguridad en lugar del de este perfil y terminar.</translation>
    </message>
    <message>
        <source>%1 needs the name of a file.</source>
        <translation>%1 necesita el nombre de un archivo.</translation>
    </message>
    <message>
        <source>--account takes the number of an account.</source>
        <translation>--account necesita el número de una cuenta.</translation>
    </message>
</context>
<context>
    <name>DataMap</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>run the marketplace (4.1)</source>
        <translation>hacer funcionar el mercado (4.1)</translation>
    </message>
    <message>
        <source>payments (4.2)</source>
        <translation>pagos (4.2)</translation>
    </message>
    <message>
        <source>safety (4.3)</source>
        <translation>seguridad (4.3)</translation>
    </message>
    <message>
        <source>service messages and support (4.4)</source>
        <translation>avisos del servicio y asistencia (4.4)</translation>
    </message>
    <message>
        <source>improve the service (4.5)</source>
        <translation>mejorar el servicio (4.5)</translation>
    </message>
    <message>
        <source>marketing (4.6)</source>
        <translation>publicidad (4.6)</translation>
    </message>
    <message>
        <source>law and claims (4.7)</source>
        <translation>ley y reclamaciones (4.7)</translation>
    </message>
    <message>
        <source>contract</source>
        <translation>contrato</translation>
    </message>
    <message>
        <source>legitimate interest</source>
        <translation>interés legítimo</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>consentimiento</translation>
    </message>
    <message>
        <source>legal obligation</source>
        <translation>obligación legal</translation>
    </message>
    <message>
        <source>employers you deal with</source>
        <translation>las empresas con las que tratas</translation>
    </message>
    <message>
        <source>the public</source>
        <translation>el público</translation>
    </message>
    <message>
        <source>the platform&apos;s service providers (names not stated)</source>
        <translation>los proveedores de la plataforma (sin nombres)</translation>
    </message>
    <message>
        <source>payment providers</source>
        <translation>proveedores de pagos</translation>
    </message>
    <message>
        <source>verification providers</source>
        <translation>proveedores de verificación</translation>
    </message>
    <message>
        <source>tools you connected</source>
        <translation>las herramientas que has conectado</translation>
    </message>
    <message>
        <source>advisers and auditors</source>
        <translation>asesores y auditores</translation>
    </message>
    <message>
        <source>authorities, where the law asks</source>
        <translation>las autoridades, cuando la ley lo pide</translation>
    </message>
    <message>
        <source>Account and profile</source>
        <translation>Cuenta y perfil</translation>
    </message>
    <message>
        <source>Company and vendor</source>
        <translation>Empresa y proveedor</translation>
    </message>
    <message>
        <source>Marketplace activity</source>
        <translation>Actividad en el mercado</translation>
    </message>
    <message>
        <source>Payment, payout and tax</source>
        <translation>Cobros, pagos e impuestos</translation>
    </message>
    <message>
        <source>Verification and safety</source>
        <translation>Verificación y seguridad</translation>
    </message>
    <message>
        <source>Support and surveys</source>
        <translation>Asistencia y encuestas</translation>
    </message>
    <message>
        <source>People you named</source>
        <translation>Personas que nombraste</translation>
    </message>
    <message>
        <source>you</source>
        <translation>tú</translation>
    </message>
    <message>
        <source>an employer</source>
        <translation>una empresa</translation>
    </message>
    <message>
        <source>the platform</source>
        <translation>la plataforma</translation>
    </message>
    <message>
        <source>the payment provider, by way of the platform</source>
        <translation>el proveedor de pagos, a través de la plataforma</translation>
    </message>
    <message>
        <source>the verification provider, by way of the platform</source>
        <translation>el proveedor de verificación, a través de la plataforma</translation>
    </message>
    <message>
        <source>collected automatically</source>
        <translation>recogido automáticamente</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>este dispositivo</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>nadie más</translation>
    </message>
    <message>
        <source>While the account exists; the policy states no period.</source>
        <translation>Mientras exista la cuenta; la política no indica ningún plazo.</translation>
    </message>
    <message>
        <source>Stays on the other party&apos;s record without your name after the account is deleted; the policy states no period.</source>
        <translation>Queda sin tu nombre en el registro de la otra parte cuando se elimina la cuenta; la política no indica ningún plazo.</translation>
    </message>
    <message>
        <source>As long as bookkeeping and tax law ask; the policy states no period.</source>
        <translation>Lo que exijan la contabilidad y las leyes fiscales; la política no indica ningún plazo.</translation>
    </message>
    <message>
        <source>On this device only while you are assigned to the contract.</source>
        <translation>En este dispositivo solo mientras estés asignado al contrato.</translation>
    </message>
    <message>
        <source>Until the post is taken down.</source>
        <translation>Hasta que se retire la oferta.</translation>
    </message>
    <message>
        <source>On this device until you remove it.</source>
        <translation>En este dispositivo hasta que lo quites.</translation>
    </message>
    <message>
        <source>OpenTrain decides; ask OpenTrain</source>
        <translation>Decide OpenTrain; pregunta a OpenTrain</translation>
    </message>
    <message>
        <source>the employer named decides; ask them</source>
        <translation>Decide la empresa indicada; pregúntale a ella</translation>
    </message>
    <message>
        <source>you alone decide</source>
        <translation>Solo decides tú</translation>
    </message>
    <message>
        <source>Device, use and sign-ins</source>
        <translation>Dispositivo, uso y accesos</translation>
    </message>
    <message>
        <source>Connected tools</source>
        <translation>Herramientas conectadas</translation>
    </message>
    <message>
        <source>Marketing, public sources</source>
        <translation>Marketing y fuentes públicas</translation>
    </message>
    <message>
        <source>Choices and requests</source>
        <translation>Decisiones y solicitudes</translation>
    </message>
    <message>
        <source>Customer content</source>
        <translation>Contenido del cliente</translation>
    </message>
    <message>
        <source>Public posts and policies</source>
        <translation>Ofertas y políticas públicas</translation>
    </message>
    <message>
        <source>a tool you connected</source>
        <translation>una herramienta que conectaste</translation>
    </message>
    <message>
        <source>your organization</source>
        <translation>tu organización</translation>
    </message>
    <message>
        <source>As long as the law asks for proof of it; the policy states no period.</source>
        <translation>Mientras la ley exija una prueba de ello; la política no indica ningún plazo.</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Your keyring is locked</source>
        <translation>Tu llavero está bloqueado</translation>
    </message>
    <message>
        <source>The keychain does not help</source>
        <translation>El llavero no ayuda</translation>
    </message>
    <message>
        <source>The vault&apos;s key is not here</source>
        <translation>La clave del almacén no está aquí</translation>
    </message>
    <message>
        <source>The vault is newer than this program</source>
        <translation>El almacén es más nuevo que este programa</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>Nothing can be written here</source>
        <translation>Aquí no se puede escribir</translation>
    </message>
    <message>
        <source>The vault can&apos;t be opened</source>
        <translation>No se puede abrir el almacén</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Usar la frase de contraseña</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>The vault&apos;s folder is not yours alone</source>
        <translation>La carpeta del almacén no es solo suya</translation>
    </message>
    <message>
        <source>The vault is on another machine&apos;s disk</source>
        <translation>El almacén está en el disco de otro equipo</translation>
    </message>
    <message>
        <source>The vault was rebuilt</source>
        <translation>El almacén se ha reconstruido</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>The vault is damaged</source>
        <translation>El almacén está dañado</translation>
    </message>
    <message>
        <source>A check found pages that can&apos;t be read. The vault is rebuilt at the next start; what you wrote and have not sent is kept, and everything else is fetched again.</source>
        <translation>Una revisión ha encontrado páginas que no se pueden leer. El almacén se reconstruirá en el próximo inicio; lo que ha escrito y aún no ha enviado se conserva, y todo lo demás se vuelve a obtener.</translation>
    </message>
    <message>
        <source>Go on for now</source>
        <translation>Continuar por ahora</translation>
    </message>
</context>
<context>
    <name>Formatter</name>
    <message>
        <source>%1/h</source>
        <extracomment>%1 is money: &quot;$38/h&quot;</extracomment>
        <translation>%1/h</translation>
    </message>
    <message>
        <source>%1/label</source>
        <extracomment>%1 is money: &quot;$0.06/label&quot;</extracomment>
        <translation>%1/etiqueta</translation>
    </message>
    <message>
        <source>%1 fixed</source>
        <extracomment>%1 is money: &quot;$500 fixed&quot;</extracomment>
        <translation>%1 fijos</translation>
    </message>
    <message>
        <source>%1 per hour</source>
        <extracomment>%1 is money: &quot;$38.00 per hour&quot;</extracomment>
        <translation>%1 por hora</translation>
    </message>
    <message>
        <source>%1 per label</source>
        <extracomment>%1 is money: &quot;$0.06 per label&quot;</extracomment>
        <translation>%1 por etiqueta</translation>
    </message>
    <message>
        <source>%1 for the whole job</source>
        <extracomment>%1 is money: &quot;$500.00 for the whole job&quot;</extracomment>
        <translation>%1 por todo el trabajo</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>hace %n min</numerusform>
            <numerusform>hace %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>hace %n h</numerusform>
            <numerusform>hace %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>A day of this year as the title of its messages; a QLocale date format</extracomment>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <extracomment>A day of another year as the title of its messages; a QLocale date format</extracomment>
        <translation>dddd, d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>A short date of this year; a QLocale date format</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>A short date of another year; a QLocale date format</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>Worldwide</source>
        <translation>Todo el mundo</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <extracomment>%1 is a list of country codes, %2 how many more there are: &quot;US, ES, IN + 3&quot;</extracomment>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>Por hora</translation>
    </message>
    <message>
        <source>Per label</source>
        <translation>Por etiqueta</translation>
    </message>
    <message>
        <source>Fixed price</source>
        <translation>Precio fijo</translation>
    </message>
</context>
<context>
    <name>HeadlessRun</name>
    <message>
        <source>It took too long and was given up.</source>
        <translation>Tardaba demasiado y se ha abandonado.</translation>
    </message>
    <message>
        <source>There is no account in this profile. Give --server and --token-file.</source>
        <translation>No hay ninguna cuenta en este perfil. Indica --server y --token-file.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached.</source>
        <translation>No se puede llegar al servidor.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) of the server could not be read.</source>
        <translation>
            <numerusform>No se ha podido leer %Ln registro del servidor.</numerusform>
            <numerusform>No se han podido leer %Ln registros del servidor.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no page named %1. The pages are: %2.</source>
        <translation>No hay ninguna página llamada %1. Las páginas son: %2.</translation>
    </message>
    <message>
        <source>The page %1 came out blank.</source>
        <translation>La página %1 ha salido en blanco.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>No se ha podido escribir %1.</translation>
    </message>
</context>
<context>
    <name>HealthCommand</name>
    <message>
        <source>There is no account in this profile.</source>
        <translation>No hay ninguna cuenta en este perfil.</translation>
    </message>
    <message>
        <source>The vault is damaged. It is rebuilt at the next start.</source>
        <translation>El almacén está dañado. Se reconstruirá en el próximo inicio.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>The token file %1 can&apos;t be read: %2.</source>
        <translation>No se puede leer el archivo del token %1: %2.</translation>
    </message>
    <message>
        <source>The token file %1 is empty.</source>
        <translation>El archivo del token %1 está vacío.</translation>
    </message>
    <message>
        <source>--token-file needs --server.</source>
        <translation>--token-file necesita --server.</translation>
    </message>
</context>
<context>
    <name>MessageBubble</name>
    <message>
        <source>File without a name</source>
        <translation>Archivo sin nombre</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>Todavía no hay nada que enviar.</translation>
    </message>
    <message>
        <source>A message can have at most %L1 characters; this one has %L2.</source>
        <translation>Un mensaje puede tener como mucho %L1 caracteres; este tiene %L2.</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>It has been sent already.</source>
        <translation>Ya se ha enviado.</translation>
    </message>
    <message>
        <source>It is being sent and can&apos;t be taken back any more.</source>
        <translation>Se está enviando y ya no se puede retirar.</translation>
    </message>
</context>
<context>
    <name>PolicyElements</name>
    <message>
        <source>The platform may hold it; its interface does not send it to this program.</source>
        <translation>Puede que la plataforma lo tenga; su interfaz no lo envía a este programa.</translation>
    </message>
    <message>
        <source>This program sends none of it.</source>
        <translation>Este programa no envía nada de esto.</translation>
    </message>
    <message>
        <source>Never shown: you give it to the platform in your browser, and this program never sees it.</source>
        <translation>Nunca se muestra: se lo das a la plataforma en tu navegador y este programa nunca lo ve.</translation>
    </message>
    <message>
        <source>Refused: a record that carries one does not enter the vault.</source>
        <translation>Rechazados: un registro que contenga uno no entra en el almacén.</translation>
    </message>
    <message>
        <source>Never fetched: only the result of a check is kept here.</source>
        <translation>Nunca se descargan: aquí solo se guarda el resultado de la comprobación.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>Dirección de correo</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>Username or handle</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Profile photo</source>
        <translation>Foto del perfil</translation>
    </message>
    <message>
        <source>Password and sign-in credentials</source>
        <translation>Contraseña y credenciales de acceso</translation>
    </message>
    <message>
        <source>User type</source>
        <translation>Tipo de usuario</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>Language preferences</source>
        <translation>Preferencias de idioma</translation>
    </message>
    <message>
        <source>Skills and domain expertise</source>
        <translation>Habilidades y especialidad</translation>
    </message>
    <message>
        <source>Experience and education</source>
        <translation>Experiencia y formación</translation>
    </message>
    <message>
        <source>Certifications and portfolio items</source>
        <translation>Certificaciones y muestras de trabajo</translation>
    </message>
    <message>
        <source>Hourly rate</source>
        <translation>Tarifa por hora</translation>
    </message>
    <message>
        <source>Availability and work preferences</source>
        <translation>Disponibilidad y preferencias de trabajo</translation>
    </message>
    <message>
        <source>Company name and details</source>
        <translation>Nombre y datos de la empresa</translation>
    </message>
    <message>
        <source>Team members and their roles</source>
        <translation>Miembros del equipo y sus funciones</translation>
    </message>
    <message>
        <source>Business contact</source>
        <translation>Contacto de la empresa</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Capacidades</translation>
    </message>
    <message>
        <source>Staffing</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Services and rates</source>
        <translation>Servicios y tarifas</translation>
    </message>
    <message>
        <source>Teammates you invited</source>
        <translation>Compañeros a los que invitaste</translation>
    </message>
    <message>
        <source>References and referrals</source>
        <translation>Referencias y recomendaciones</translation>
    </message>
    <message>
        <source>Their permission, and who was told</source>
        <translation>Su permiso y a quién se avisó</translation>
    </message>
    <message>
        <source>Jobs and searches saved</source>
        <translation>Trabajos y búsquedas guardados</translation>
    </message>
    <message>
        <source>Proposals and bids</source>
        <translation>Propuestas y ofertas de precio</translation>
    </message>
    <message>
        <source>Screening answers</source>
        <translation>Respuestas de selección</translation>
    </message>
    <message>
        <source>Interview answers</source>
        <translation>Respuestas de entrevista</translation>
    </message>
    <message>
        <source>Contracts and statements of work</source>
        <translation>Contratos y descripciones del trabajo</translation>
    </message>
    <message>
        <source>Task instructions</source>
        <translation>Instrucciones de tareas</translation>
    </message>
    <message>
        <source>Deliverables</source>
        <translation>Entregas</translation>
    </message>
    <message>
        <source>Messages and their metadata</source>
        <translation>Mensajes y sus metadatos</translation>
    </message>
    <message>
        <source>Reviews and ratings</source>
        <translation>Reseñas y valoraciones</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Disputas</translation>
    </message>
    <message>
        <source>Billing address and invoices</source>
        <translation>Dirección de facturación y facturas</translation>
    </message>
    <message>
        <source>Payment method, last four only</source>
        <translation>Método de pago, solo las cuatro últimas cifras</translation>
    </message>
    <message>
        <source>Whole account and card numbers</source>
        <translation>Números completos de cuenta y tarjeta</translation>
    </message>
    <message>
        <source>Payout account state</source>
        <translation>Estado de la cuenta de cobro</translation>
    </message>
    <message>
        <source>Tax forms and taxpayer number, last four only</source>
        <translation>Formularios fiscales y número fiscal, solo las cuatro últimas cifras</translation>
    </message>
    <message>
        <source>Transactions and fees</source>
        <translation>Transacciones y comisiones</translation>
    </message>
    <message>
        <source>Refunds and failed payments</source>
        <translation>Reembolsos y pagos fallidos</translation>
    </message>
    <message>
        <source>Verification result</source>
        <translation>Resultado de la verificación</translation>
    </message>
    <message>
        <source>Identity documents and selfies</source>
        <translation>Documentos de identidad y autorretratos</translation>
    </message>
    <message>
        <source>Sanctions and compliance screening</source>
        <translation>Comprobación de sanciones y cumplimiento</translation>
    </message>
    <message>
        <source>Complaints and investigations</source>
        <translation>Quejas e investigaciones</translation>
    </message>
    <message>
        <source>Suspected fraud or abuse</source>
        <translation>Sospechas de fraude o abuso</translation>
    </message>
    <message>
        <source>Support tickets and transcripts</source>
        <translation>Consultas de soporte y transcripciones</translation>
    </message>
    <message>
        <source>Survey answers</source>
        <translation>Respuestas a encuestas</translation>
    </message>
    <message>
        <source>Call notes</source>
        <translation>Notas de llamadas</translation>
    </message>
    <message>
        <source>Event registrations</source>
        <translation>Inscripciones en eventos</translation>
    </message>
    <message>
        <source>Network address, shortened</source>
        <translation>Dirección de red, abreviada</translation>
    </message>
    <message>
        <source>Device and operating system</source>
        <translation>Dispositivo y sistema operativo</translation>
    </message>
    <message>
        <source>Approximate location</source>
        <translation>Ubicación aproximada</translation>
    </message>
    <message>
        <source>Sign-ins and sessions</source>
        <translation>Inicios de sesión y sesiones</translation>
    </message>
    <message>
        <source>Pages viewed, clicks and scrolling</source>
        <translation>Páginas vistas, clics y desplazamiento</translation>
    </message>
    <message>
        <source>Crash and error logs</source>
        <translation>Registros de fallos y errores</translation>
    </message>
    <message>
        <source>Tools you connected</source>
        <translation>Herramientas que conectaste</translation>
    </message>
    <message>
        <source>What each may read</source>
        <translation>Lo que puede leer cada una</translation>
    </message>
    <message>
        <source>Last use</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>How you found the platform</source>
        <translation>Cómo encontraste la plataforma</translation>
    </message>
    <message>
        <source>What public or professional sources say</source>
        <translation>Lo que dicen fuentes públicas o profesionales</translation>
    </message>
    <message>
        <source>Switches and consents</source>
        <translation>Interruptores y consentimientos</translation>
    </message>
    <message>
        <source>Requests and their answers</source>
        <translation>Solicitudes y sus respuestas</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The folder %1 can&apos;t be written to, so nothing could be kept. Choose another with --profile.</source>
        <translation>No se puede escribir en la carpeta %1, así que no se guardaría nada. Elige otra con --profile.</translation>
    </message>
    <message>
        <source>OpenTrain Desktop is running already with this profile; its window was asked to come forward.</source>
        <translation>OpenTrain Desktop ya está abierto con este perfil; se ha pedido a su ventana que pase al frente.</translation>
    </message>
    <message>
        <source>There is no account %1 in this profile.</source>
        <translation>No hay ninguna cuenta %1 en este perfil.</translation>
    </message>
    <message>
        <source>There is no account in this profile.</source>
        <translation>No hay ninguna cuenta en este perfil.</translation>
    </message>
</context>
<context>
    <name>RecordNames</name>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Team member</source>
        <translation>Miembro del equipo</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Saved job</source>
        <translation>Trabajo guardado</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Búsqueda guardada</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Propuesta</translation>
    </message>
    <message>
        <source>Proposal template</source>
        <translation>Plantilla de propuesta</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Entrevista</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrato</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>Hito</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>Instruction page</source>
        <translation>Página de instrucciones</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>Confirmación de lectura</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Adjunto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Calendar event</source>
        <translation>Evento del calendario</translation>
    </message>
    <message>
        <source>Payout</source>
        <translation>Cobro</translation>
    </message>
    <message>
        <source>Payout method</source>
        <translation>Método de cobro</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Factura</translation>
    </message>
    <message>
        <source>Tax form</source>
        <translation>Formulario fiscal</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Reseña</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Support ticket</source>
        <translation>Consulta de soporte</translation>
    </message>
    <message>
        <source>Connected tool</source>
        <translation>Herramienta conectada</translation>
    </message>
    <message>
        <source>Security event</source>
        <translation>Evento de seguridad</translation>
    </message>
    <message>
        <source>Privacy choice</source>
        <translation>Decisión de privacidad</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Privacy request</source>
        <translation>Solicitud de privacidad</translation>
    </message>
    <message>
        <source>Policy version</source>
        <translation>Versión de la política</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>The server sent something this version can&apos;t read.</source>
        <translation>El servidor ha enviado algo que esta versión no puede leer.</translation>
    </message>
    <message>
        <source>The server sent a whole account number. The record that holds it was refused; only the last four characters are ever kept.</source>
        <translation>El servidor envió un número de cuenta completo. El registro que lo contiene se rechazó; solo se guardan los cuatro últimos caracteres.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Write after the colon what to look for.</source>
        <translation>Escriba después de los dos puntos qué buscar.</translation>
    </message>
    <message>
        <source>“%1” is not a date. Write it as 2026-11-24 or 2026-11, or write today, yesterday or 7d.</source>
        <translation>«%1» no es una fecha. Escríbala como 2026-11-24 o 2026-11, o escriba hoy, ayer o 7d.</translation>
    </message>
    <message>
        <source>There is nothing called “%1” to search in. Try jobs, messages or contracts.</source>
        <translation>No hay nada llamado «%1» en lo que buscar. Pruebe con ofertas, mensajes o contratos.</translation>
    </message>
    <message>
        <source>“has:” takes “attachment”; “%1” is not known.</source>
        <translation>«con:» admite «adjunto»; «%1» no se conoce.</translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>from</source>
        <comment>search operator, before a colon: one word</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>in</source>
        <comment>search operator, before a colon: one word</comment>
        <translation>en</translation>
    </message>
    <message>
        <source>before</source>
        <comment>search operator, before a colon: one word</comment>
        <translation>antes</translation>
    </message>
    <message>
        <source>after</source>
        <comment>search operator, before a colon: one word</comment>
        <translation>después</translation>
    </message>
    <message>
        <source>on</source>
        <comment>search operator, before a colon: one word</comment>
        <translation>el</translation>
    </message>
    <message>
        <source>has</source>
        <comment>search operator, before a colon: one word</comment>
        <translation>con</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>En %1</translation>
    </message>
    <message>
        <source>Before %1</source>
        <translation>Antes del %1</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>Después del %1</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>El %1</translation>
    </message>
    <message>
        <source>With an attachment</source>
        <translation>Con un adjunto</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message>
        <source>attachment</source>
        <comment>what has: looks for: one word</comment>
        <translation>adjunto</translation>
    </message>
    <message>
        <source>Not: %1</source>
        <translation>Sin: %1</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The server does not accept this token. Check that it was copied whole.</source>
        <translation>El servidor no acepta este token. Comprueba que se ha copiado entero.</translation>
    </message>
    <message>
        <source>The server did not say whose token this is.</source>
        <translation>El servidor no ha dicho de quién es este token.</translation>
    </message>
    <message>
        <source>This token belongs to another account. Sign in to it with a profile of its own.</source>
        <translation>Este token es de otra cuenta. Inicia sesión en ella con un perfil propio.</translation>
    </message>
    <message>
        <source>This profile belongs to another server. Use a profile of its own (--profile) for this one.</source>
        <translation>Este perfil es de otro servidor. Usa un perfil propio (--profile) para este.</translation>
    </message>
    <message>
        <source>The server does not accept the sign-in that it gave. Try again.</source>
        <translation>El servidor no acepta la sesión que él mismo dio. Inténtalo otra vez.</translation>
    </message>
    <message>
        <source>You signed in to another account in the browser. Sign in to it with a profile of its own, or choose the account of this one.</source>
        <translation>En el navegador iniciaste sesión en otra cuenta. Úsala con un perfil propio o elige la cuenta de este.</translation>
    </message>
</context>
<context>
    <name>StatusCommand</name>
    <message>
        <source>There is no account in this profile.</source>
        <translation>No hay ninguna cuenta en este perfil.</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>The server takes too long to answer.</source>
        <translation>El servidor tarda demasiado en responder.</translation>
    </message>
    <message>
        <source>The connection to the server is not trustworthy: its certificate does not hold. Nothing was sent.</source>
        <translation>La conexión con el servidor no es de fiar: su certificado no es válido. No se ha enviado nada.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy does not let the connection through.</source>
        <translation>El proxy de la red no deja pasar la conexión.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached.</source>
        <translation>No se puede llegar al servidor.</translation>
    </message>
    <message>
        <source>Something else answered in place of the server, perhaps the sign-in page of this network.</source>
        <translation>Ha respondido otra cosa en lugar del servidor, quizá la página de acceso de esta red.</translation>
    </message>
    <message>
        <source>The server does not accept this token any more. Sign in again; what you wrote is kept.</source>
        <translation>El servidor ya no acepta este token. Vuelve a iniciar sesión; lo que has escrito se conserva.</translation>
    </message>
    <message>
        <source>The server does not allow this with your token.</source>
        <translation>El servidor no permite esto con tu token.</translation>
    </message>
    <message>
        <source>The server does not know this.</source>
        <translation>El servidor no conoce esto.</translation>
    </message>
    <message>
        <source>It was changed meanwhile.</source>
        <translation>Ha cambiado entretanto.</translation>
    </message>
    <message>
        <source>This device was away for so long that it fetches everything anew.</source>
        <translation>Este dispositivo ha estado ausente tanto tiempo que vuelve a traerlo todo.</translation>
    </message>
    <message>
        <source>The server asks for a pause. It goes on by itself.</source>
        <translation>El servidor pide una pausa. Continuará por sí solo.</translation>
    </message>
    <message>
        <source>The server has a problem of its own. It is tried again by itself.</source>
        <translation>El servidor tiene un problema propio. Se volverá a intentar por sí solo.</translation>
    </message>
    <message>
        <source>The server did not accept the request.</source>
        <translation>El servidor no ha aceptado la petición.</translation>
    </message>
    <message>
        <source>This is not a server&apos;s address. It looks like https://app.opentrain.ai</source>
        <translation>Esto no es la dirección de un servidor. Sería como https://app.opentrain.ai</translation>
    </message>
    <message>
        <source>A server&apos;s address has no user name, question mark or number sign.</source>
        <translation>La dirección de un servidor no lleva nombre de usuario, signo de interrogación ni almohadilla.</translation>
    </message>
    <message>
        <source>Only an address that begins with https:// is safe to sign in to.</source>
        <translation>Solo es seguro iniciar sesión en una dirección que empiece por https://.</translation>
    </message>
    <message>
        <source>The server sent an answer that can&apos;t be read. Nothing was changed.</source>
        <translation>El servidor ha enviado una respuesta que no se puede leer. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>The server did not complete the sign-in; it may have taken too long. Begin again.</source>
        <translation>El servidor no completó el inicio de sesión; puede que tardara demasiado. Empieza de nuevo.</translation>
    </message>
    <message>
        <source>The server ended this sign-in. Sign in again; what you wrote is kept.</source>
        <translation>El servidor terminó esta sesión. Inicia sesión otra vez; lo que escribiste se conserva.</translation>
    </message>
    <message>
        <source>The sign-in was cancelled in the browser.</source>
        <translation>El inicio de sesión se canceló en el navegador.</translation>
    </message>
    <message>
        <source>The server can&apos;t sign anybody in just now. Try again later.</source>
        <translation>Ahora mismo el servidor no puede iniciar ninguna sesión. Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>The server does not sign people in to this program.</source>
        <translation>El servidor no permite iniciar sesión en este programa.</translation>
    </message>
    <message>
        <source>The sign-in took too long and was given up. Begin again when you are ready.</source>
        <translation>El inicio de sesión tardó demasiado y se dejó. Empieza de nuevo cuando quieras.</translation>
    </message>
    <message>
        <source>This page belongs to no sign-in that is under way. Begin again in OpenTrain.</source>
        <translation>Esta página no corresponde a ningún inicio de sesión en curso. Empieza de nuevo en OpenTrain.</translation>
    </message>
    <message>
        <source>You are not signed in</source>
        <translation>No has iniciado sesión</translation>
    </message>
    <message>
        <source>You can go back to OpenTrain.</source>
        <translation>Puedes volver a OpenTrain.</translation>
    </message>
    <message>
        <source>You can go back to OpenTrain</source>
        <translation>Puedes volver a OpenTrain</translation>
    </message>
    <message>
        <source>Your browser has done its part. You can close this page.</source>
        <translation>El navegador ha hecho su parte. Puedes cerrar esta página.</translation>
    </message>
    <message>
        <source>The answer came from another server than the one that was asked. It was not used.</source>
        <translation>La respuesta vino de un servidor distinto del que se preguntó. No se usó.</translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation>No hay nada en esta dirección.</translation>
    </message>
    <message>
        <source>This computer lets no program listen for the browser&apos;s answer. Use an access token instead.</source>
        <translation>Este equipo no deja que un programa reciba la respuesta del navegador. Usa un token de acceso.</translation>
    </message>
    <message>
        <source>The server describes its sign-in in a way that is not safe, so nothing was begun. An access token is the other way.</source>
        <translation>El servidor describe su inicio de sesión de una forma que no es segura, así que no se empezó nada. Queda el token de acceso.</translation>
    </message>
    <message>
        <source>This server offers no sign-in by browser. Use an access token instead.</source>
        <translation>Este servidor no ofrece iniciar sesión con el navegador. Usa un token de acceso.</translation>
    </message>
    <message>
        <source>The server&apos;s answer to the sign-in can&apos;t be read.</source>
        <translation>No se puede leer la respuesta del servidor al inicio de sesión.</translation>
    </message>
    <message>
        <source>The connection was lost on the way.</source>
        <translation>La conexión se perdió por el camino.</translation>
    </message>
    <message>
        <source>The server offers another file than the one that was announced. It was not taken.</source>
        <translation>El servidor ofrece un archivo distinto del anunciado. No se ha aceptado.</translation>
    </message>
    <message>
        <source>This file is not waiting to be sent.</source>
        <translation>Este archivo no está pendiente de envío.</translation>
    </message>
    <message>
        <source>This file is larger than the server takes.</source>
        <translation>Este archivo es más grande de lo que acepta el servidor.</translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message>
        <source>The vault does not open with this key.</source>
        <translation>El almacén no se abre con esta clave.</translation>
    </message>
    <message>
        <source>The vault is damaged: a page does not verify.</source>
        <translation>El almacén está dañado: una página no se verifica.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost; free some space and it goes on by itself.</source>
        <translation>El disco está lleno. No se ha perdido nada; libera espacio y continuará por sí solo.</translation>
    </message>
    <message>
        <source>The folder of the vault can&apos;t be written to, so nothing new can be kept.</source>
        <translation>No se puede escribir en la carpeta del almacén, así que no se puede guardar nada nuevo.</translation>
    </message>
    <message>
        <source>Another program is using the vault.</source>
        <translation>Otro programa está usando el almacén.</translation>
    </message>
    <message>
        <source>The disk does not let the vault be read or written.</source>
        <translation>El disco no deja leer ni escribir el almacén.</translation>
    </message>
    <message>
        <source>The vault could not do what was asked of it.</source>
        <translation>El almacén no ha podido hacer lo que se le pedía.</translation>
    </message>
    <message>
        <source>There is no vault in this folder.</source>
        <translation>No hay ningún almacén en esta carpeta.</translation>
    </message>
    <message>
        <source>The encryption library is missing, so the vault stays closed.</source>
        <translation>Falta la biblioteca de cifrado, así que el almacén sigue cerrado.</translation>
    </message>
    <message>
        <source>This vault was written by a newer version of OpenTrain Desktop. Install that version or a later one; nothing was changed.</source>
        <translation>Este almacén lo ha escrito una versión más nueva de OpenTrain Desktop. Instala esa versión o una posterior; no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Your keyring is locked, and the vault&apos;s key is in it. Unlock the keyring, then try again.</source>
        <translation>Tu llavero está bloqueado y la clave del almacén está en él. Desbloquéalo y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>No keychain answers on this computer, so the vault&apos;s key has to be kept by a passphrase.</source>
        <translation>En este equipo no responde ningún llavero, así que la clave del almacén debe guardarse con una frase de contraseña.</translation>
    </message>
    <message>
        <source>The keychain did not let this program in.</source>
        <translation>El llavero no ha dejado entrar a este programa.</translation>
    </message>
    <message>
        <source>The keychain no longer has the key of this vault. The vault was left as it is.</source>
        <translation>El llavero ya no tiene la clave de este almacén. El almacén se ha dejado como está.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>El llavero no responde.</translation>
    </message>
    <message>
        <source>The folder for the vault could not be made.</source>
        <translation>No se ha podido crear la carpeta del almacén.</translation>
    </message>
    <message>
        <source>The keychain holds another key under the name of this vault&apos;s. The vault was left as it is.</source>
        <translation>El llavero guarda otra clave con el nombre de la de este almacén. El almacén se ha dejado como está.</translation>
    </message>
    <message>
        <source>The file that says where the vault&apos;s key is kept is gone. The vault was left as it is.</source>
        <translation>Ha desaparecido el archivo que dice dónde está la clave del almacén. El almacén se ha dejado como está.</translation>
    </message>
    <message>
        <source>The vault is protected by a passphrase.</source>
        <translation>El almacén está protegido con una frase de contraseña.</translation>
    </message>
    <message>
        <source>This vault has no passphrase.</source>
        <translation>Este almacén no tiene frase de contraseña.</translation>
    </message>
    <message>
        <source>There is a vault in this folder already.</source>
        <translation>Ya hay un almacén en esta carpeta.</translation>
    </message>
    <message>
        <source>The file that says where the vault&apos;s key is kept is damaged. The vault was left as it is.</source>
        <translation>El archivo que dice dónde está la clave del almacén está dañado. El almacén se ha dejado como está.</translation>
    </message>
    <message>
        <source>There is not enough memory to protect the key with a passphrase.</source>
        <translation>No hay memoria suficiente para proteger la clave con una frase de contraseña.</translation>
    </message>
    <message>
        <source>There is not enough memory to check the passphrase.</source>
        <translation>No hay memoria suficiente para comprobar la frase de contraseña.</translation>
    </message>
    <message>
        <source>This is not the passphrase.</source>
        <translation>Esta no es la frase de contraseña.</translation>
    </message>
    <message>
        <source>The key that was found is not a key of this program.</source>
        <translation>La clave encontrada no es de este programa.</translation>
    </message>
    <message>
        <source>The file in the vault&apos;s place is not encrypted, so it isn&apos;t this program&apos;s. It was left as it is.</source>
        <translation>El archivo que ocupa el lugar del almacén no está cifrado, así que no es de este programa. Se ha dejado como está.</translation>
    </message>
    <message>
        <source>The vault is locked.</source>
        <translation>El almacén está bloqueado.</translation>
    </message>
    <message>
        <source>This file is not on this device.</source>
        <translation>Este archivo no está en este dispositivo.</translation>
    </message>
    <message>
        <source>This file could not be kept.</source>
        <translation>No se ha podido guardar este archivo.</translation>
    </message>
    <message>
        <source>The files in this vault were written by a newer version of OpenTrain Desktop.</source>
        <translation>Los archivos de este almacén los escribió una versión más reciente de OpenTrain Desktop.</translation>
    </message>
    <message>
        <source>A part of this file is missing from the vault.</source>
        <translation>Falta una parte de este archivo en el almacén.</translation>
    </message>
    <message>
        <source>The file arrived damaged. It will be fetched again.</source>
        <translation>El archivo ha llegado dañado. Se volverá a descargar.</translation>
    </message>
    <message>
        <source>No recovery code was made for this vault.</source>
        <translation>No se ha creado ningún código de recuperación para este almacén.</translation>
    </message>
    <message>
        <source>This is the only way into the vault. Set up another one before you take it away.</source>
        <translation>Esta es la única forma de abrir el almacén. Configura otra antes de quitarla.</translation>
    </message>
    <message>
        <source>This is not the key of this vault.</source>
        <translation>Esta no es la clave de este almacén.</translation>
    </message>
    <message>
        <source>A recovery code has letters and digits only, and no U.</source>
        <translation>Un código de recuperación solo tiene letras y cifras, y ninguna U.</translation>
    </message>
    <message>
        <source>A recovery code has 32 letters and digits, in eight groups of four.</source>
        <translation>Un código de recuperación tiene 32 letras y cifras, en ocho grupos de cuatro.</translation>
    </message>
    <message>
        <source>There is a slip in this recovery code. Compare it with your copy.</source>
        <translation>Hay un error en este código de recuperación. Compáralo con tu copia.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for this file.</source>
        <translation>No hay sitio suficiente en el disco para este archivo.</translation>
    </message>
    <message>
        <source>This file may no longer be read on this device.</source>
        <translation>Este archivo ya no se puede leer en este dispositivo.</translation>
    </message>
    <message>
        <source>This file is larger than the room that is set aside for files.</source>
        <translation>Este archivo es más grande que el espacio reservado para archivos.</translation>
    </message>
    <message>
        <source>This file is too large to be attached.</source>
        <translation>Este archivo es demasiado grande para adjuntarlo.</translation>
    </message>
    <message>
        <source>This file could not be read.</source>
        <translation>No se ha podido leer este archivo.</translation>
    </message>
    <message>
        <source>This folder can&apos;t be written to.</source>
        <translation>No se puede escribir en esta carpeta.</translation>
    </message>
    <message>
        <source>There is a file of that name already.</source>
        <translation>Ya hay un archivo con ese nombre.</translation>
    </message>
    <message>
        <source>A file can&apos;t be saved under this name.</source>
        <translation>No se puede guardar un archivo con este nombre.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>No se ha podido escribir el archivo.</translation>
    </message>
    <message>
        <source>A copy of the vault came out different, so nothing was changed.</source>
        <translation>Una copia del almacén ha salido distinta, así que no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>The folder of the vault can&apos;t be looked at.</source>
        <translation>No se puede examinar la carpeta del almacén.</translation>
    </message>
    <message>
        <source>The disk with the vault is mounted read-only, so nothing could be kept. Mount it so that it can be written to, then try again.</source>
        <translation>El disco del almacén está montado en solo lectura, así que no se podría guardar nada. Móntelo de modo que se pueda escribir en él y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The vault would lie on another machine&apos;s disk, where two programs can&apos;t be kept from writing to it at once and it could be damaged. Choose a folder on this computer with --profile.</source>
        <translation>El almacén estaría en el disco de otro equipo, donde no se puede evitar que dos programas escriban a la vez y podría dañarse. Elija una carpeta de este equipo con --profile.</translation>
    </message>
    <message>
        <source>The folder of the vault, or a file in it, belongs to another user of this computer. It was left as it is. Make it yours, or choose another folder with --profile.</source>
        <translation>La carpeta del almacén, o un archivo que contiene, pertenece a otro usuario de este equipo. Se ha dejado como está. Hágala suya o elija otra carpeta con --profile.</translation>
    </message>
    <message>
        <source>In the folder of the vault lies a link to another place, which this program never makes. Nothing was opened. Take it out, then try again.</source>
        <translation>En la carpeta del almacén hay un enlace a otro lugar, que este programa nunca crea. No se ha abierto nada. Quítelo y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>In the folder of the vault lies something that is no file, which this program never makes. Nothing was opened. Take it out, then try again.</source>
        <translation>En la carpeta del almacén hay algo que no es un archivo, que este programa nunca crea. No se ha abierto nada. Quítelo y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>In the place of the vault&apos;s folder lies a link or a file. It was left as it is. Take it out, then try again.</source>
        <translation>En el lugar de la carpeta del almacén hay un enlace o un archivo. Se ha dejado como está. Quítelo y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The key of this vault is in this computer&apos;s keychain alone, so nobody could open the backup on another one. Set a passphrase or make a recovery code first.</source>
        <translation>La clave de este almacén está solo en el llavero de este equipo, así que nadie podría abrir la copia en otro. Establezca antes una frase de contraseña o cree un código de recuperación.</translation>
    </message>
    <message>
        <source>This file is not a backup of this program, or not all of one.</source>
        <translation>Este archivo no es una copia de seguridad de este programa, o no está completa.</translation>
    </message>
    <message>
        <source>The backup can&apos;t be read or written: %1</source>
        <translation>La copia de seguridad no se puede leer o escribir: %1</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>No existe ese archivo.</translation>
    </message>
    <message>
        <source>The backup is damaged. Nothing was restored.</source>
        <translation>La copia de seguridad está dañada. No se ha restaurado nada.</translation>
    </message>
    <message>
        <source>The vault&apos;s key is destroyed, so nobody can read it any more, but some of its files could not be removed.</source>
        <translation>La clave del almacén se ha destruido, así que ya nadie puede leerlo, pero algunos de sus archivos no se han podido eliminar.</translation>
    </message>
    <message>
        <source>The vault is damaged so badly that nothing in it can be read. It was left as it is; a backup can take its place.</source>
        <translation>El almacén está tan dañado que no se puede leer nada de él. Se ha dejado como está; una copia de seguridad puede ocupar su lugar.</translation>
    </message>
    <message>
        <source>The vault was damaged and has been rebuilt. Part of what had not been sent yet stood on a damaged page and could not be read; the damaged files were kept. Everything else comes back with the next sync.</source>
        <translation>El almacén estaba dañado y se ha reconstruido. Parte de lo que aún no se había enviado estaba en una página dañada y no se ha podido leer; los archivos dañados se han conservado. Todo lo demás vuelve con la próxima sincronización.</translation>
    </message>
    <message>
        <source>The vault was damaged and has been rebuilt. What you wrote and have not sent is all here; what could not be read comes back with the next sync. The damaged files were kept.</source>
        <translation>El almacén estaba dañado y se ha reconstruido. Todo lo que ha escrito y no ha enviado está aquí; lo que no se ha podido leer vuelve con la próxima sincronización. Los archivos dañados se han conservado.</translation>
    </message>
    <message>
        <source>The key of the vault could not be destroyed: its file can&apos;t be written to.</source>
        <translation>No se ha podido destruir la clave del almacén: no se puede escribir en su archivo.</translation>
    </message>
    <message>
        <source>The keychain did not let go of the vault&apos;s key, so the vault was not erased.</source>
        <translation>El llavero no ha soltado la clave del almacén, así que el almacén no se ha borrado.</translation>
    </message>
    <message>
        <source>The recovery code is the only way into the vault, so a new one is needed with the new key.</source>
        <translation>El código de recuperación es la única vía de acceso al almacén, así que con la clave nueva hace falta uno nuevo.</translation>
    </message>
    <message>
        <source>The newly encrypted vault is not the same as the old one, so the old one was kept.</source>
        <translation>El almacén cifrado de nuevo no es igual al anterior, así que se ha conservado el anterior.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk to encrypt the vault anew: %1 MB are needed. Nothing was changed.</source>
        <translation>No hay sitio suficiente en el disco para cifrar el almacén de nuevo: se necesitan %1 MB. No se ha cambiado nada.</translation>
    </message>
</context>
<context>
    <name>ot::models::AccountState</name>
    <message>
        <source>AI trainer</source>
        <translation>Entrenador de IA</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Bid manager</source>
        <translation>Responsable de ofertas</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Finanzas</translation>
    </message>
</context>
<context>
    <name>ot::models::ConversationListModel</name>
    <message>
        <source>OpenTrain support</source>
        <translation>Asistencia de OpenTrain</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message numerus="yes">
        <source>Channel · %n people</source>
        <translation>
            <numerusform>Canal · %n persona</numerusform>
            <numerusform>Canal · %n personas</numerusform>
        </translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Propuesta</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Asistencia</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Trabajo</translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n mensaje nuevo</numerusform>
            <numerusform>%n mensajes nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>You: %1</source>
        <extracomment>%1 is the last message, which the user wrote</extracomment>
        <translation>Tú: %1</translation>
    </message>
</context>
<context>
    <name>ot::models::DataMapModel</name>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Why · legal basis</source>
        <translation>Para qué · base legal</translation>
    </message>
    <message>
        <source>Who receives it</source>
        <translation>Quién lo recibe</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Se guarda hasta</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A type of record and one of its fields: &quot;Saved job · note&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Not held here</source>
        <translation>No se guarda aquí</translation>
    </message>
</context>
<context>
    <name>ot::models::JobDetail</name>
    <message>
        <source>posted %1</source>
        <extracomment>%1 is a time: &quot;12 min ago&quot;, &quot;12 Nov&quot;</extracomment>
        <translation>publicado %1</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Sin indicar</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>Experiencia</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Herramienta</translation>
    </message>
    <message>
        <source>Was open until</source>
        <translation>Estuvo abierto hasta</translation>
    </message>
    <message>
        <source>Open until</source>
        <translation>Abierto hasta</translation>
    </message>
    <message>
        <source>Open to people everywhere</source>
        <translation>Abierto a personas de cualquier lugar</translation>
    </message>
</context>
<context>
    <name>ot::models::JobListModel</name>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
</context>
<context>
    <name>ot::models::MessageTimelineModel</name>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Waiting for connection</source>
        <translation>Esperando conexión</translation>
    </message>
    <message>
        <source>Not sent</source>
        <extracomment>%1 is the reason</extracomment>
        <translation>No enviado</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>No enviado: %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
</context>
<context>
    <name>ot::models::OutboxModel</name>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
</context>
<context>
    <name>ot::models::SearchModel</name>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
</context>
<context>
    <name>ot::ui::AccountMenu</name>
    <message>
        <source>Account %1</source>
        <translation>Cuenta %1</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is what the person calls an account, %2 the name in it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Añadir una cuenta…</translation>
    </message>
    <message>
        <source>Name this account…</source>
        <translation>Poner nombre a esta cuenta…</translation>
    </message>
</context>
<context>
    <name>ot::ui::CommandPalette</name>
    <message>
        <source>Commands and search results</source>
        <translation>Órdenes y resultados de la búsqueda</translation>
    </message>
    <message>
        <source>Nothing on this device holds these words</source>
        <translation>Nada en este dispositivo contiene estas palabras</translation>
    </message>
    <message>
        <source>Everything that is synced is searched. Try fewer letters or another word.</source>
        <translation>Se busca en todo lo sincronizado. Pruebe con menos letras o con otra palabra.</translation>
    </message>
</context>
<context>
    <name>ot::ui::Composer</name>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>%1 too many</source>
        <translation>Sobran %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Quedan %1</translation>
    </message>
</context>
<context>
    <name>ot::ui::ConversationDelegate</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nuevo</numerusform>
            <numerusform>%n nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation>Borrador:</translation>
    </message>
    <message>
        <source>Waiting:</source>
        <translation>En espera:</translation>
    </message>
    <message>
        <source>Not sent:</source>
        <translation>No enviado:</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Sin mensajes todavía</translation>
    </message>
</context>
<context>
    <name>ot::ui::DocumentView</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Open link…</source>
        <translation>Abrir enlace…</translation>
    </message>
</context>
<context>
    <name>ot::ui::ExportFileDialog</name>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Choose where to save…</source>
        <translation>Elegir dónde guardar…</translation>
    </message>
    <message>
        <source>Save a copy outside the vault?</source>
        <translation>¿Guardar una copia fuera del almacén?</translation>
    </message>
    <message>
        <source>The copy is an ordinary file. It is not encrypted, does not go when access ends or when you erase this vault, and other programs, backups and people with access to the folder can read it.</source>
        <translation>La copia es un archivo normal. No está cifrada, no desaparece cuando termina el acceso ni cuando borra este almacén, y pueden leerla otros programas, copias de seguridad y personas con acceso a la carpeta.</translation>
    </message>
    <message>
        <source>This file is confidential. Your contract may not allow a copy outside OpenTrain.</source>
        <translation>Este archivo es confidencial. Es posible que su contrato no permita una copia fuera de OpenTrain.</translation>
    </message>
    <message>
        <source>Files of this kind can run as a program when they are opened. Save it only if you know what it is.</source>
        <translation>Los archivos de este tipo pueden ejecutarse como un programa al abrirlos. Guárdelo solo si sabe qué es.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ot::ui::FactsCard</name>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Why, and on which ground</source>
        <translation>Para qué y con qué base legal</translation>
    </message>
    <message>
        <source>Who receives it</source>
        <translation>Quién lo recibe</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Se guarda hasta</translation>
    </message>
    <message>
        <source>Who decides about it</source>
        <translation>Quién decide sobre ello</translation>
    </message>
    <message>
        <source>Sensitive by law: you may limit its use.</source>
        <translation>Sensible según la ley: puedes limitar su uso.</translation>
    </message>
    <message>
        <source>A customer&apos;s content: erased from this device when your access ends.</source>
        <translation>Contenido de un cliente: se borra de este dispositivo cuando termina tu acceso.</translation>
    </message>
    <message>
        <source>Section %1 of the privacy policy</source>
        <extracomment>%1 is a section number: &quot;3.1 A&quot;</extracomment>
        <translation>Sección %1 de la política de privacidad</translation>
    </message>
</context>
<context>
    <name>ot::ui::FilterChip</name>
    <message>
        <source>Clear</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <extracomment>A chosen value and how many others are chosen: &quot;Spanish + 2&quot;</extracomment>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is what is filtered by, %2 what is chosen</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ot::ui::JobDelegate</name>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
</context>
<context>
    <name>ot::ui::JobDetailView</name>
    <message>
        <source>Job</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>The work</source>
        <translation>El trabajo</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>Qué se pide</translation>
    </message>
    <message>
        <source>Closed: the employer takes no more proposals</source>
        <translation>Cerrado: la empresa ya no acepta propuestas</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>View on the web</source>
        <translation>Ver en la web</translation>
    </message>
    <message>
        <source>This job is no longer listed</source>
        <translation>Este trabajo ya no está publicado</translation>
    </message>
    <message>
        <source>The employer took it down. It has been removed from this device.</source>
        <translation>La empresa lo ha retirado. Se ha quitado de este dispositivo.</translation>
    </message>
    <message>
        <source>This job can&apos;t be read</source>
        <translation>No se puede leer este trabajo</translation>
    </message>
    <message>
        <source>Choose a job to read it</source>
        <translation>Elige un trabajo para leerlo</translation>
    </message>
    <message>
        <source>Up and Down move through the list; Ctrl+K searches everything on this device.</source>
        <translation>Las flechas arriba y abajo recorren la lista; Ctrl+K busca en todo este dispositivo.</translation>
    </message>
    <message>
        <source>Languages: %1</source>
        <extracomment>%1 is a list of languages</extracomment>
        <translation>Idiomas: %1</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <extracomment>%1 is a list of countries, or that there is no limit</extracomment>
        <translation>Dónde: %1</translation>
    </message>
</context>
<context>
    <name>ot::ui::JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation>Trabajos</translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>Buscar trabajos</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Closed too</source>
        <translation>También cerrados</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Clear the search and all filters</source>
        <translation>Quitar la búsqueda y todos los filtros</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n trabajo</numerusform>
            <numerusform>%n trabajos</numerusform>
        </translation>
    </message>
    <message>
        <source>The jobs on this device can&apos;t be read</source>
        <translation>No se pueden leer los trabajos de este dispositivo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>No job fits</source>
        <translation>Ningún trabajo encaja</translation>
    </message>
    <message>
        <source>No job on this device has all of what you asked for. Take a filter away or try another word.</source>
        <translation>Ningún trabajo de este dispositivo tiene todo lo que pides. Quita un filtro o prueba con otra palabra.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Quitar búsqueda y filtros</translation>
    </message>
    <message>
        <source>Jobs are on their way</source>
        <translation>Los trabajos están en camino</translation>
    </message>
    <message>
        <source>They appear here as they arrive; you can start reading at once.</source>
        <translation>Aparecen aquí según llegan; puedes empezar a leer enseguida.</translation>
    </message>
    <message>
        <source>No jobs on this device yet</source>
        <translation>Todavía no hay trabajos en este dispositivo</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Once it can, the whole feed is kept here for reading offline.</source>
        <translation>No se puede llegar al servidor. En cuanto se pueda, todas las ofertas se guardan aquí para leerlas sin conexión.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>No open jobs</source>
        <translation>No hay trabajos abiertos</translation>
    </message>
    <message>
        <source>New posts appear here by themselves.</source>
        <translation>Las ofertas nuevas aparecen aquí solas.</translation>
    </message>
</context>
<context>
    <name>ot::ui::LinkDialog</name>
    <message>
        <source>Open a link?</source>
        <translation>¿Abrir un enlace?</translation>
    </message>
    <message>
        <source>This link is not opened</source>
        <translation>Este enlace no se abre</translation>
    </message>
    <message>
        <source>Whole address</source>
        <extracomment>Accessible name of the field with the whole address</extracomment>
        <translation>Dirección completa</translation>
    </message>
    <message>
        <source>This site belongs to a third party. It opens in your browser and its own privacy policy applies there.</source>
        <translation>Este sitio es de un tercero. Se abre en tu navegador y allí se aplica su propia política de privacidad.</translation>
    </message>
    <message>
        <source>This is a page of OpenTrain&apos;s own site. It opens in your browser.</source>
        <translation>Es una página del sitio de OpenTrain. Se abre en tu navegador.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar dirección</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Abrir en el navegador</translation>
    </message>
</context>
<context>
    <name>ot::ui::LinkGate</name>
    <message>
        <source>This is not a web address that can be opened.</source>
        <translation>Esto no es una dirección web que se pueda abrir.</translation>
    </message>
    <message>
        <source>Only addresses that begin with https:// are opened. This one could start a program or read a file.</source>
        <translation>Solo se abren direcciones que empiecen por https://. Esta podría iniciar un programa o leer un archivo.</translation>
    </message>
    <message>
        <source>This address has a name in front of its host, which hides where it leads. It is not opened.</source>
        <translation>Esta dirección lleva un nombre delante del servidor, lo que oculta adónde conduce. No se abre.</translation>
    </message>
    <message>
        <source>This address names no host that can be shown plainly. It is not opened.</source>
        <translation>Esta dirección no nombra un servidor que se pueda mostrar con claridad. No se abre.</translation>
    </message>
    <message>
        <source>This address holds hidden characters, which make it read other than it is. It is not opened.</source>
        <translation>Esta dirección contiene caracteres ocultos que hacen que parezca otra. No se abre.</translation>
    </message>
    <message>
        <source>No program on this device took the address. Copy it and open it in a browser.</source>
        <translation>Ningún programa de este dispositivo ha aceptado la dirección. Cópiala y ábrela en un navegador.</translation>
    </message>
</context>
<context>
    <name>ot::ui::MainWindow</name>
    <message>
        <source>Search everything on this device</source>
        <translation>Buscar en todo este dispositivo</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>OpenTrain Desktop</source>
        <translation>OpenTrain Desktop</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <extracomment>%1 is a page</extracomment>
        <translation>Ir a %1</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Show what is waiting to be sent</source>
        <translation>Mostrar lo que espera para enviarse</translation>
    </message>
    <message>
        <source>Use the light theme</source>
        <translation>Usar el tema claro</translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation>Usar el tema oscuro</translation>
    </message>
    <message>
        <source>Use the high contrast theme</source>
        <translation>Usar el tema de alto contraste</translation>
    </message>
    <message>
        <source>Follow the system&apos;s theme</source>
        <translation>Seguir el tema del sistema</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Trabajos</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Change to %1</source>
        <extracomment>%1 is an account</extracomment>
        <translation>Cambiar a %1</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Añadir una cuenta</translation>
    </message>
    <message>
        <source>Name this account</source>
        <translation>Poner nombre a esta cuenta</translation>
    </message>
    <message>
        <source>It is shown while the vault is locked, so it is kept outside of it,
where anyone with this disk can read it. Leave it empty for none.</source>
        <translation>Se muestra mientras el almacén está bloqueado, por lo que se guarda fuera de él,
donde cualquiera que tenga este disco puede leerlo. Déjelo vacío para no usar ninguno.</translation>
    </message>
</context>
<context>
    <name>ot::ui::MessagesPage</name>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Propuesta</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>This conversation can&apos;t be read</source>
        <translation>No se puede leer esta conversación</translation>
    </message>
    <message>
        <source>This conversation is gone</source>
        <translation>Esta conversación ya no está</translation>
    </message>
    <message>
        <source>It has been removed from this device.</source>
        <translation>Se ha quitado de este dispositivo.</translation>
    </message>
    <message>
        <source>Choose a conversation</source>
        <translation>Elige una conversación</translation>
    </message>
    <message>
        <source>no contract yet</source>
        <translation>todavía sin contrato</translation>
    </message>
    <message>
        <source>%1 is writing…</source>
        <extracomment>%1 is a person</extracomment>
        <translation>%1 está escribiendo…</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <extracomment>%1 is a company, a person or a channel</extracomment>
        <translation>Escribe a %1</translation>
    </message>
    <message>
        <source>The employer writes first in proposal messages. You can answer once they have.</source>
        <translation>En los mensajes de una propuesta escribe primero la empresa. Podrás responder cuando lo haya hecho.</translation>
    </message>
    <message>
        <source>This conversation is closed. It stays here to read.</source>
        <translation>Esta conversación está cerrada. Sigue aquí para leerla.</translation>
    </message>
    <message>
        <source>Nothing can be written here.</source>
        <translation>Aquí no se puede escribir.</translation>
    </message>
    <message>
        <source>Messages can&apos;t be read</source>
        <translation>No se pueden leer los mensajes</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Everything is read</source>
        <translation>Todo está leído</translation>
    </message>
    <message>
        <source>None of this kind</source>
        <translation>Ninguna de este tipo</translation>
    </message>
    <message>
        <source>Messages are on their way</source>
        <translation>Los mensajes están en camino</translation>
    </message>
    <message>
        <source>No messages on this device yet</source>
        <translation>Todavía no hay mensajes en este dispositivo</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached.</source>
        <translation>No se puede llegar al servidor.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Todavía no hay conversaciones</translation>
    </message>
    <message>
        <source>An employer who answers a proposal, or works with you, begins one.</source>
        <translation>La empieza una empresa que responde a una propuesta o que trabaja contigo.</translation>
    </message>
    <message>
        <source>That message has been sent already.</source>
        <translation>Ese mensaje ya se ha enviado.</translation>
    </message>
    <message>
        <source>That message is being sent right now.</source>
        <translation>Ese mensaje se está enviando ahora mismo.</translation>
    </message>
</context>
<context>
    <name>ot::ui::PrivacyPage</name>
    <message>
        <source>What this device holds</source>
        <translation>Lo que guarda este dispositivo</translation>
    </message>
    <message>
        <source>Your data by category</source>
        <translation>Tus datos por categoría</translation>
    </message>
    <message>
        <source>The data map can&apos;t be read</source>
        <translation>No se puede leer el mapa de datos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>your system&apos;s keychain keeps its key</source>
        <translation>el llavero de tu sistema guarda su clave</translation>
    </message>
    <message>
        <source>your passphrase keeps its key</source>
        <translation>tu frase de contraseña guarda su clave</translation>
    </message>
    <message>
        <source>%1 records, in one vault that is encrypted as a whole; %2. Nothing here is read by anybody else. Choose a line to see what is held, why, who receives it and until when.</source>
        <extracomment>%1 is a count, %2 says where the vault&apos;s key is</extracomment>
        <translation>%1 registros, en un almacén cifrado por completo; %2. Nadie más lee lo que hay aquí. Elige una línea para ver qué se guarda, para qué, quién lo recibe y hasta cuándo.</translation>
    </message>
</context>
<context>
    <name>ot::ui::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Change between accounts</source>
        <translation>Cambiar de cuenta</translation>
    </message>
</context>
<context>
    <name>ot::ui::RailEntry</name>
    <message numerus="yes">
        <source>%1, %n new</source>
        <extracomment>A page&apos;s name with the count of what is new there, as a screen reader says it</extracomment>
        <translation>
            <numerusform>%1, %n nuevo</numerusform>
            <numerusform>%1, %n nuevos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ot::ui::SettingsPage</name>
    <message>
        <source>Looks</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Takes effect at once.</source>
        <translation>Se aplica enseguida.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Of the program; what others write stays as they wrote it.</source>
        <translation>El del programa; lo que escriben los demás queda como lo escribieron.</translation>
    </message>
    <message>
        <source>Writing messages</source>
        <translation>Escribir mensajes</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Intro envía</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends</source>
        <translation>Ctrl+Intro envía</translation>
    </message>
    <message>
        <source>Send with</source>
        <translation>Enviar con</translation>
    </message>
    <message>
        <source>Shift+Enter always begins a new line.</source>
        <translation>Mayús+Intro siempre empieza una línea nueva.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Sesión iniciada como</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>System keychain</source>
        <translation>Llavero del sistema</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Tu frase de contraseña</translation>
    </message>
    <message>
        <source>Key of the vault</source>
        <translation>Clave del almacén</translation>
    </message>
    <message>
        <source>Everything on this device is encrypted; the system&apos;s keychain keeps the key and unlocks with your session.</source>
        <translation>Todo en este dispositivo está cifrado; el llavero del sistema guarda la clave y se desbloquea con tu sesión.</translation>
    </message>
    <message>
        <source>Everything on this device is encrypted; your passphrase keeps the key and is asked for at each start.</source>
        <translation>Todo en este dispositivo está cifrado; tu frase de contraseña guarda la clave y se pide en cada inicio.</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Cerrar sesión…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>OpenTrain Desktop</source>
        <translation>OpenTrain Desktop</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior. Sin ninguna garantía.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hecho con</translation>
    </message>
    <message>
        <source>Qt %1 (LGPL 3), SQLCipher (BSD), QtKeychain (BSD), libsodium (ISC), spdlog (MIT).</source>
        <translation>Qt %1 (LGPL 3), SQLCipher (BSD), QtKeychain (BSD), libsodium (ISC), spdlog (MIT).</translation>
    </message>
    <message>
        <source>Ends the access of this device. What is here stays, encrypted.</source>
        <translation>Termina el acceso de este dispositivo. Lo que hay aquí se queda, cifrado.</translation>
    </message>
</context>
<context>
    <name>ot::ui::SignOutDialog</name>
    <message>
        <source>Sign out?</source>
        <translation>¿Cerrar sesión?</translation>
    </message>
    <message>
        <source>This device forgets its access token and stops syncing. Everything that is here stays, encrypted, and is there again when you sign in to the same account.</source>
        <translation>Este dispositivo olvida su token de acceso y deja de sincronizar. Todo lo que hay aquí se queda, cifrado, y vuelve a estar cuando inicies sesión en la misma cuenta.</translation>
    </message>
    <message>
        <source>%1. They go out after you sign in again.</source>
        <extracomment>%1 is what waits: &quot;2 messages waiting to send&quot;</extracomment>
        <translation>%1. Saldrán cuando vuelvas a iniciar sesión.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
</context>
<context>
    <name>ot::ui::SyncFooter</name>
    <message>
        <source>Shows the details of the synchronisation</source>
        <translation>Muestra los detalles de la sincronización</translation>
    </message>
</context>
<context>
    <name>ot::ui::SyncPopover</name>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Last in step with the server</source>
        <translation>Al día con el servidor por última vez</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ot::ui::SyncViewState</name>
    <message>
        <source>Up to date · %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>Al día · %1</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>First sync · %1 of %2</source>
        <extracomment>How many records have been fetched of how many</extracomment>
        <translation>Primera sincronización · %1 de %2</translation>
    </message>
    <message>
        <source>First sync…</source>
        <translation>Primera sincronización…</translation>
    </message>
    <message>
        <source>Fetching changes…</source>
        <translation>Trayendo cambios…</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <extracomment>%1 is a time of day, or a date</extracomment>
        <translation>Sin conexión desde %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Sesión cerrada</translation>
    </message>
    <message>
        <source>Not syncing</source>
        <translation>Sin sincronizar</translation>
    </message>
    <message numerus="yes">
        <source>%n messages not sent</source>
        <translation>
            <numerusform>%n mensaje sin enviar</numerusform>
            <numerusform>%n mensajes sin enviar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n messages</source>
        <translation>
            <numerusform>Enviando %n mensaje</numerusform>
            <numerusform>Enviando %n mensajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages waiting to send</source>
        <translation>
            <numerusform>%n mensaje espera para enviarse</numerusform>
            <numerusform>%n mensajes esperan para enviarse</numerusform>
        </translation>
    </message>
    <message>
        <source>All changes sent</source>
        <translation>Todo enviado</translation>
    </message>
    <message>
        <source>Not yet on this device</source>
        <translation>Todavía no en este dispositivo</translation>
    </message>
</context>
<context>
    <name>ot::ui::TimelineView</name>
    <message numerus="yes">
        <source>%n new messages ↓</source>
        <translation>
            <numerusform>%n mensaje nuevo ↓</numerusform>
            <numerusform>%n mensajes nuevos ↓</numerusform>
        </translation>
    </message>
    <message>
        <source>To the newest ↓</source>
        <translation>Al más reciente ↓</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar texto</translation>
    </message>
    <message>
        <source>Open %1…</source>
        <extracomment>%1 is a web address</extracomment>
        <translation>Abrir %1…</translation>
    </message>
</context>
<context>
    <name>ot::ui::TroublePage</name>
    <message>
        <source>For support: %1</source>
        <extracomment>%1 is a short technical text</extracomment>
        <translation>Para la asistencia: %1</translation>
    </message>
</context>
<context>
    <name>ot::ui::UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>La misma frase otra vez</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>No keychain answers on this device, so a passphrase keeps the key of your data. It is asked for at each start and can&apos;t be recovered.</source>
        <translation>En este dispositivo no responde ningún llavero, así que una frase de contraseña guarda la clave de tus datos. Se pide en cada inicio y no se puede recuperar.</translation>
    </message>
    <message>
        <source>Your data on this device is encrypted. Its key is kept by your passphrase.</source>
        <translation>Tus datos en este dispositivo están cifrados. Tu frase de contraseña guarda su clave.</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Elige una frase de contraseña</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>At least 10 characters. Four or more unrelated words are easy to keep and hard to guess.</source>
        <translation>Al menos 10 caracteres. Cuatro o más palabras sin relación son fáciles de recordar y difíciles de adivinar.</translation>
    </message>
    <message>
        <source>Weak: a program would guess it. Add words.</source>
        <translation>Débil: un programa la adivinaría. Añade palabras.</translation>
    </message>
    <message>
        <source>Fair: another word makes it strong.</source>
        <translation>Aceptable: otra palabra la hace fuerte.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Fuerte.</translation>
    </message>
    <message>
        <source>Keep the vault with this passphrase</source>
        <translation>Guardar el almacén con esta frase</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>The passphrase needs at least 10 characters.</source>
        <translation>La frase de contraseña necesita al menos 10 caracteres.</translation>
    </message>
    <message>
        <source>The two are not the same. Enter both again.</source>
        <translation>Las dos no coinciden. Vuelve a escribirlas.</translation>
    </message>
    <message>
        <source>Enter the passphrase.</source>
        <translation>Escribe la frase de contraseña.</translation>
    </message>
</context>
<context>
    <name>ot::ui::WelcomePage</name>
    <message>
        <source>Server address</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>Sign in to OpenTrain</source>
        <translation>Inicia sesión en OpenTrain</translation>
    </message>
    <message>
        <source>Checking with the server…</source>
        <translation>Comprobando con el servidor…</translation>
    </message>
    <message>
        <source>Enter the server&apos;s address; it begins with https://.</source>
        <translation>Escribe la dirección del servidor; empieza por https://.</translation>
    </message>
    <message>
        <source>Paste an access token; it begins with ot_pat_.</source>
        <translation>Pega un token de acceso; empieza por ot_pat_.</translation>
    </message>
    <message>
        <source>Sign in with your browser</source>
        <translation>Entrar con el navegador</translation>
    </message>
    <message>
        <source>Use an access token instead</source>
        <translation>Usar un token de acceso</translation>
    </message>
    <message>
        <source>Made in your account&apos;s settings on the web. It is checked with the server first.</source>
        <translation>Se crea en los ajustes de tu cuenta en la web. Primero se comprueba con el servidor.</translation>
    </message>
    <message>
        <source>Open the browser again</source>
        <translation>Abrir otra vez el navegador</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Jobs, messages and contracts are kept on this device, encrypted, and your sign-in with them. Nothing goes anywhere but to the server above and to the one that it names for signing in.</source>
        <translation>Los trabajos, mensajes y contratos se guardan cifrados en este dispositivo, y tu sesión con ellos. Nada va a ningún sitio que no sea el servidor de arriba y el que él nombre para iniciar sesión.</translation>
    </message>
    <message>
        <source>The server is asked where its people sign in.</source>
        <translation>Se pregunta al servidor dónde se inicia sesión.</translation>
    </message>
    <message>
        <source>Sign in on the page that has opened and allow OpenTrain Desktop. This window goes on by itself.</source>
        <translation>Inicia sesión en la página que se ha abierto y permite OpenTrain Desktop. Esta ventana sigue sola.</translation>
    </message>
    <message>
        <source>Your browser has done its part. The rest is checked with the server.</source>
        <translation>El navegador ha hecho su parte. El resto se comprueba con el servidor.</translation>
    </message>
    <message>
        <source>Go on in your browser</source>
        <translation>Sigue en el navegador</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>Your password stays in the browser; this program never sees it.</source>
        <translation>Tu contraseña se queda en el navegador; este programa no la ve nunca.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>No browser took the address. Copy it and open it in a browser on this computer.</source>
        <translation>Ningún navegador abrió la dirección. Cópiala y ábrela en un navegador de este equipo.</translation>
    </message>
    <message>
        <source>Sign in with the token</source>
        <translation>Entrar con el token</translation>
    </message>
    <message>
        <source>The address is copied</source>
        <translation>Dirección copiada</translation>
    </message>
    <message>
        <source>It is done in your browser; your password stays there.</source>
        <translation>Se hace en el navegador; tu contraseña se queda allí.</translation>
    </message>
    <message>
        <source>Back to my account</source>
        <translation>Volver a mi cuenta</translation>
    </message>
</context>
<context>
    <name>ot::ui::WholeTextDialog</name>
    <message>
        <source>Whole message</source>
        <translation>Mensaje completo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
</TS>
